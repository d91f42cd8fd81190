package io.partnerledger.announcement.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.NormalUrl;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Derives the id of an announcement from what it says, so that the same announcement meets the same stream and is
 * refused as already recorded, whoever sends it and how often. The id is {@code a<yyyymmdd>-<16 characters>}: the
 * earliest day announced, then the first 80 bits of the SHA-256 of these lines, in Crockford's base 32:
 *
 * <pre>
 * partner-ledger announcement 1
 * url https://example.org/news            or: document "publisher" "title"
 * on 2026-05-07
 * PartnerAdded(subject="a" ...)           one line a statement, sorted
 * </pre>
 *
 * <p>The url is in {@link NormalUrl normal form}; publisher and title are compared without regard to case and white
 * space; statements name organizations by id. Author, tier, quote and the other dates of the source do not count: two
 * readers of one document differ there.
 */
public final class AnnouncementIds {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CHARACTERS = 16;
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private AnnouncementIds() {}

    /** The id of the announcement that this source made on this day with these statements. */
    public static String of(EventDate announcedOn, Source source, List<Statement> statements) {
        return "a" + day(announcedOn.earliest()) + "-" + hash(canonical(announcedOn, source, statements));
    }

    static String canonical(EventDate announcedOn, Source source, List<Statement> statements) {
        StringBuilder text = new StringBuilder("partner-ledger announcement 1\n")
                .append(document(source))
                .append("\non ")
                .append(announcedOn.written());
        Canonical.texts(statements).stream()
                .sorted()
                .forEach(line -> text.append('\n').append(line));
        return text.toString();
    }

    private static String document(Source source) {
        String url = source.url();
        return url == null || url.isBlank()
                ? "document " + Canonical.text(folded(source.publisher())) + " "
                        + Canonical.text(folded(source.title()))
                : "url " + NormalUrl.of(url);
    }

    private static String folded(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return WHITE_SPACE.matcher(lower).replaceAll(" ").strip();
    }

    private static String day(LocalDate day) {
        return day.toString().replace("-", "");
    }

    private static String hash(String text) {
        byte[] digest = sha256(text.getBytes(UTF_8));
        StringBuilder characters = new StringBuilder(CHARACTERS);
        int pending = 0;
        int pendingBits = 0;
        for (int next = 0; characters.length() < CHARACTERS; ) {
            if (pendingBits < 5) {
                pending = (pending << 8) | (digest[next++] & 0xff);
                pendingBits += 8;
            }
            pendingBits -= 5;
            characters.append(ALPHABET.charAt((pending >> pendingBits) & 31));
        }
        return characters.toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
