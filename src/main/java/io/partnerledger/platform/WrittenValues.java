package io.partnerledger.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a whole number or a flag as a parameter. Spring would bend more to one: spaces within a number,
 * hexadecimal, the digits of other scripts, yes and on. Read wrongly, a position or a dry run is not what was meant.
 */
final class WrittenValues {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern FLAG = Pattern.compile("true|false");

    private WrittenValues() {}

    /** Refuses what is not written as a parameter of this type is; of other types anything will do. */
    static void require(String name, Class<?> type, String written) {
        boolean isNumber = type == Long.class || type == Integer.class;
        if (isNumber || type == boolean.class) {
            Pattern form = isNumber ? WHOLE : FLAG;
            if (!form.matcher(written).matches()) {
                throw new RequestFault(
                        400, "bad-" + ProblemAdvice.kebab(name), name + " is " + form(type) + ", not " + written);
            }
        }
    }

    /** What a parameter of this type is written as. */
    static String form(@Nullable Class<?> type) {
        if (type == boolean.class) {
            return "true or false";
        }
        return "a whole number of at most " + (type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE);
    }
}
