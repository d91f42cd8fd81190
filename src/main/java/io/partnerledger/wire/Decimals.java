package io.partnerledger.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money and quantities as plain decimal strings: no exponent, no trailing zeros, one spelling for one number. */
final class Decimals {

    private static final int WHOLE_DIGITS = 30;
    private static final int FRACTION_DIGITS = 12;

    private Decimals() {}

    /** What is wrong with a decimal that was sent in; null where nothing is. */
    static MalformedRequest.@Nullable Code fault(String written) {
        if (isDecimal(written, 0)) {
            return null;
        }
        return written.startsWith("-") && isDecimal(written, 1)
                ? MalformedRequest.Code.NEGATIVE_AMOUNT
                : MalformedRequest.Code.MALFORMED_DECIMAL;
    }

    private static boolean isDecimal(String text, int from) {
        int point = endOfDigits(text, from);
        int whole = point - from;
        if (whole == 0 || whole > WHOLE_DIGITS || (whole > 1 && text.charAt(from) == '0')) {
            return false;
        }
        if (point == text.length()) {
            return true;
        }
        int fraction = text.length() - point - 1;
        return text.charAt(point) == '.'
                && fraction > 0
                && fraction <= FRACTION_DIGITS
                && endOfDigits(text, point + 1) == text.length();
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** The number with the scale it is read back with. */
    static BigDecimal canonical(String written) {
        BigDecimal number = new BigDecimal(written);
        // A whole number written in full has no scale to lose.
        return number.scale() == 0 ? number : new BigDecimal(plain(number));
    }
}
