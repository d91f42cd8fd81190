package io.partnerledger.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the stored bytes of an announcement's event whom and which deals its statements name, and skips the rest: a
 * fraction of the cost of {@link WireCodec#decode}, with which it must agree. What is not as this version writes it is
 * left to the codec.
 */
public final class Glance {

    /** Is told what is found; a name is the UTF-8 bytes from {@code from} until {@code to}. */
    public interface Finder {

        void organization(byte[] data, int from, int to);

        void deal(byte[] data, int from, int to);
    }

    private enum Role {
        ORGANIZATION,
        DEAL
    }

    private static final String RECORDED = "announcement.recorded";
    private static final Set<String> WITH_STATEMENTS = Set.of(RECORDED, "announcement.corrected");

    /** The fields of statements, of whichever kind, that name someone or something. */
    private static final Map<String, Role> FIELDS = new TreeMap<>(Map.of(
            "subject", Role.ORGANIZATION,
            "partner", Role.ORGANIZATION,
            "from", Role.ORGANIZATION,
            "to", Role.ORGANIZATION,
            "provider", Role.ORGANIZATION,
            "customer", Role.ORGANIZATION,
            "named", Role.ORGANIZATION,
            "deal", Role.DEAL,
            "covers", Role.DEAL));

    private static final List<byte[]> NAMES =
            FIELDS.keySet().stream().map(Glance::bytes).toList();
    private static final List<Role> ROLES = List.copyOf(FIELDS.values());
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x01010101_01010101L;
    private static final long QUOTES = '"' * EACH;
    private static final long BACKSLASHES = '\\' * EACH;

    private static final byte[] ANNOUNCEMENT = bytes("announcement");
    private static final byte[] STATEMENTS = bytes("statements");

    private final byte[] data;
    private final Finder finder;
    private int at;

    /** Where the text that was read last begins and ends. */
    private int from;

    private int to;
    private boolean isPlain;

    private Glance(byte[] data, Finder finder) {
        this.data = data;
        this.finder = finder;
    }

    /** Whether an event of this type is the first of an announcement. */
    public static boolean isFirst(String type) {
        return type.equals(RECORDED);
    }

    /**
     * Tells of the names in an event, and answers the id of its announcement; null where only the codec can say, and what
     * was told until then does not count.
     */
    public static @Nullable String at(String type, int revision, byte[] data, Finder finder) {
        boolean isPresent = type.startsWith("announcement.")
                && EventTypes.named(type)
                        .filter(known -> known.revision() == revision)
                        .isPresent();
        if (!isPresent) {
            return null;
        }
        try {
            return new Glance(data, finder).event(WITH_STATEMENTS.contains(type));
        } catch (IllegalArgumentException | IndexOutOfBoundsException damage) {
            return null;
        }
    }

    private @Nullable String event(boolean hasStatements) {
        String announcement = null;
        expect('{');
        do {
            text();
            boolean isAnnouncement = isText(ANNOUNCEMENT);
            boolean isStatements = hasStatements && isText(STATEMENTS);
            expect(':');
            if (isAnnouncement) {
                plainText();
                announcement = new String(data, from, to - from, StandardCharsets.UTF_8);
            } else if (isStatements && data[at] == '[') {
                statements();
            } else {
                skip();
            }
        } while (isNext('}'));
        return at == data.length ? announcement : null;
    }

    private void statements() {
        expect('[');
        if (data[at] == ']') {
            at++;
            return;
        }
        do {
            statement();
        } while (isNext(']'));
    }

    private void statement() {
        expect('{');
        do {
            text();
            Role role = role();
            expect(':');
            if (role == null || data[at] == 'n') {
                skip();
            } else if (data[at] == '[') {
                names(role);
            } else {
                name(role);
            }
        } while (isNext('}'));
    }

    private @Nullable Role role() {
        for (int i = 0; i < NAMES.size(); i++) {
            if (isText(NAMES.get(i))) {
                return ROLES.get(i);
            }
        }
        return null;
    }

    private void names(Role role) {
        expect('[');
        if (data[at] == ']') {
            at++;
            return;
        }
        do {
            name(role);
        } while (isNext(']'));
    }

    private void name(Role role) {
        plainText();
        if (role == Role.DEAL) {
            finder.deal(data, from, to);
        } else {
            finder.organization(data, from, to);
        }
    }

    private boolean isText(byte[] wanted) {
        return to - from == wanted.length
                && data[from] == wanted[0]
                && Arrays.equals(data, from, to, wanted, 0, wanted.length);
    }

    private void plainText() {
        text();
        if (!isPlain) {
            throw new IllegalArgumentException();
        }
    }

    private void text() {
        expect('"');
        from = at;
        isPlain = true;
        int i = quoteOrBackslash(at);
        while (data[i] != '"') {
            isPlain = false;
            i = quoteOrBackslash(i + 2);
        }
        to = i;
        at = i + 1;
    }

    /** Where the next quote or backslash is; most of an event is text, so eight bytes are looked at together. */
    private int quoteOrBackslash(int begin) {
        int i = begin;
        while (i <= data.length - Long.BYTES) {
            long eight = (long) EIGHT.get(data, i);
            long found = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES);
            if (found != 0) {
                return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (data[i] != '"' && data[i] != '\\') {
            i++;
        }
        return i;
    }

    /** The lowest bit that is set is in the first byte that is zero (the usual trick, as in "Hacker's Delight"). */
    private static long zeros(long eight) {
        return (eight - EACH) & ~eight & (EACH << 7);
    }

    /** Passes a value of any kind. */
    private void skip() {
        int depth = 0;
        do {
            byte b = data[at];
            if (b == '"') {
                text();
            } else if (b == '{' || b == '[') {
                depth++;
                at++;
            } else if (b == '}' || b == ']') {
                depth--;
                at++;
            } else {
                at++;
            }
        } while (depth > 0 || isInside(data[at]));
    }

    private static boolean isInside(byte b) {
        return b != ',' && b != '}' && b != ']';
    }

    /** Whether another member follows; what ends them is passed too. */
    private boolean isNext(char end) {
        byte b = data[at++];
        if (b != ',' && b != end) {
            throw new IllegalArgumentException();
        }
        return b == ',';
    }

    private void expect(char wanted) {
        if (data[at++] != wanted) {
            throw new IllegalArgumentException();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
