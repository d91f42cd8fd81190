package io.partnerledger.wire;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Money and quantities as plain decimal strings: no exponent, no trailing zeros, one spelling for one number. */
final class Decimals {

    private static final Pattern FORM = Pattern.compile("(?:0|[1-9]\\d{0,29})(?:\\.\\d{1,12})?");

    private Decimals() {}

    /** What is wrong with a decimal that was sent in; null where nothing is. */
    static MalformedRequest.@Nullable Code fault(String written) {
        if (FORM.matcher(written).matches()) {
            return null;
        }
        return written.startsWith("-") && FORM.matcher(written.substring(1)).matches()
                ? MalformedRequest.Code.NEGATIVE_AMOUNT
                : MalformedRequest.Code.MALFORMED_DECIMAL;
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** The number with the scale it is read back with. */
    static BigDecimal canonical(String written) {
        return new BigDecimal(plain(new BigDecimal(written)));
    }
}
