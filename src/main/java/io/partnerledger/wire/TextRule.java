package io.partnerledger.wire;

import io.partnerledger.wire.MalformedRequest.Code;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a text has to look like, by the name of its field: slugs, urls and currencies have a form, everything else only
 * a length. Each text is neither blank nor unfit to be stored as UTF-8. What is said anew has no control characters
 * besides, and is one line unless it is the words of a source or of an editor; what was recorded earlier may be otherwise.
 */
enum TextRule {
    SLUG(128, Code.BAD_SLUG, "is up to 128 of a-z, 0-9 and hyphens, starting with a letter or digit") {
        @Override
        boolean fits(String text) {
            return isSlug(text);
        }
    },
    URL(2_048, Code.BAD_URL, "is an absolute http or https url") {
        @Override
        boolean fits(String text) {
            return isWeb(text);
        }
    },
    CURRENCY(3, Code.UNKNOWN_CURRENCY, "is the ISO 4217 code of a currency, such as USD") {
        @Override
        boolean fits(String text) {
            return CURRENCIES.contains(text);
        }
    },
    /** An amendment says with an empty text that the conditions have fallen away. */
    CONDITIONS(2_000, Code.TOO_LONG, "has at most 2,000 characters") {
        @Override
        boolean mayBeEmpty() {
            return true;
        }
    },
    /** An import leaves the numbers of the lines that were there already, of which it may have very many. */
    IMPORTED(4 * 1024 * 1024, Code.TOO_LONG, "has at most 4 MiB"),
    QUOTE(1_000, Code.TOO_LONG, "has at most 1,000 characters"),
    WORDS(2_000, Code.TOO_LONG, "has at most 2,000 characters"),
    PLAIN(2_000, Code.TOO_LONG, "has at most 2,000 characters");

    /** Codes without minor units, such as XXX (none), XTS (testing) and XAU (gold), name no currency. */
    private static final Set<String> CURRENCIES = Currency.availableCurrencies()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<TextRule> OF_LINES = Set.of(CONDITIONS, QUOTE, WORDS);

    private static final Map<String, TextRule> BY_FIELD = Map.ofEntries(
            Map.entry("id", SLUG),
            Map.entry("announcement", SLUG),
            Map.entry("organization", SLUG),
            Map.entry("deal", SLUG),
            Map.entry("covers", SLUG),
            Map.entry("url", URL),
            Map.entry("currency", CURRENCY),
            Map.entry("conditions", CONDITIONS),
            Map.entry("quote", QUOTE),
            Map.entry("reason", WORDS),
            Map.entry("printed", WORDS));

    private final int longest;
    private final Code code;
    private final String form;

    TextRule(int longest, Code code, String form) {
        this.longest = longest;
        this.code = code;
        this.form = form;
    }

    static TextRule of(String field) {
        return BY_FIELD.getOrDefault(field, PLAIN);
    }

    /** The text, if it can have been recorded. */
    String checked(String text, Pointer at) {
        if (text.isBlank() && !(text.isEmpty() && mayBeEmpty())) {
            throw new MalformedRequest(at, Code.BLANK, "A text is given or left out, never blank.");
        }
        if (!isStorable(text)) {
            throw unfit(at);
        }
        if (text.length() > longest || !fits(text)) {
            throw new MalformedRequest(at, code, "'" + shortened(text) + "' does not fit here: it " + form + ".");
        }
        return text;
    }

    /** The text, if it may be recorded now. */
    String checkedAnew(String text, Pointer at) {
        checked(text, at);
        boolean isOneLine = !OF_LINES.contains(this);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isOneLine && isBreakOrTab(c)) {
                throw new MalformedRequest(at, Code.BAD_TEXT, "This text is one line: no line breaks, no tabs.");
            }
            if (Character.isISOControl(c) && !isBreakOrTab(c)) {
                throw unfit(at);
            }
        }
        return text;
    }

    private static MalformedRequest unfit(Pointer at) {
        return new MalformedRequest(
                at, Code.BAD_TEXT, "A text has no control characters and no halves of surrogate pairs.");
    }

    boolean fits(String text) {
        return true;
    }

    boolean mayBeEmpty() {
        return false;
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    private static boolean isSlug(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!isPlain && (c != '-' || i == 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && !isBreakOrTab(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!isPair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean isBreakOrTab(char c) {
        return c == '\n' || c == '\t' || c == '\r';
    }

    private static boolean isWeb(String text) {
        if (isPlainlyWeb(text)) {
            return true;
        }
        try {
            URI uri = new URI(text);
            return uri.getRawAuthority() != null
                    && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Nearly every address: a host, a path and a query of characters that mean nothing else there. */
    private static boolean isPlainlyWeb(String text) {
        int host = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : text.length();
        if (host >= text.length() || !isLetterOrDigit(text.charAt(host))) {
            return false;
        }
        boolean isQuery = false;
        for (int i = host; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean begins = c == '?' && !isQuery;
            if (!isLetterOrDigit(c) && !begins && "-._~/".indexOf(c) < 0 && !(isQuery && (c == '=' || c == '&'))) {
                return false;
            }
            isQuery |= begins;
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
