package io.partnerledger.organization;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The form under which a name resolves: compatibility characters unified (Unicode NFKC), case folded, every run of
 * white space, punctuation and invisible characters one space. {@code "Amazon.com,  Inc."} and
 * {@code "AMAZON COM INC"} share {@code "amazon com inc"}. Symbols stay ({@code "C++"} is not {@code "C"}). A name
 * without letters, digits or symbols has the empty key and cannot be resolved.
 */
public final class NameKey {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{P}\\p{Z}\\p{C}\\s]+");

    private NameKey() {}

    /** The key of a name. */
    public static String of(String name) {
        String folded = name;
        String before;
        // Folding case can undo the normal form and the other way round; it settles after two or three rounds.
        do {
            before = folded;
            folded = Normalizer.normalize(folded, Normalizer.Form.NFKC)
                    .toUpperCase(Locale.ROOT)
                    .toLowerCase(Locale.ROOT);
        } while (!folded.equals(before));
        return BETWEEN_WORDS.matcher(folded).replaceAll(" ").strip();
    }
}
