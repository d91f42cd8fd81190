package io.partnerledger.organization;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The id of an organization: {@code [a-z0-9][a-z0-9-]{0,63}}. {@link #of} derives one from a name, always the same one
 * for the same {@link NameKey}. Two names can share a slug; the registry then refuses the second, and whoever registers
 * it chooses an id.
 */
public final class Slug {

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    private static final int MAX_CHARS = 64;

    /** Latin letters that no decomposition turns into plain ones. */
    private static final Map<String, String> PLAIN =
            Map.of("ø", "o", "æ", "ae", "œ", "oe", "đ", "d", "ð", "d", "ł", "l", "þ", "th", "ı", "i", "+", "plus");

    private Slug() {}

    /** Whether this can be the id of an organization. */
    public static boolean isValid(String id) {
        return VALID.matcher(id).matches();
    }

    /** The id that a name suggests; names without Latin letters or digits get a number made from their key. */
    public static String of(String name) {
        String key = NameKey.of(name);
        String plain = MARKS.matcher(Normalizer.normalize(key, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : PLAIN.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        String slug = trimmed(OTHERS.matcher(plain).replaceAll("-"));
        if (slug.length() > MAX_CHARS) {
            slug = trimmed(slug.substring(0, MAX_CHARS));
        }
        return slug.isEmpty() ? "org-" + Integer.toUnsignedString(key.hashCode(), 36) : slug;
    }

    private static String trimmed(String slug) {
        return EDGES.matcher(slug).replaceAll("");
    }
}
