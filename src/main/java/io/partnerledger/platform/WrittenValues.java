package io.partnerledger.platform;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * The one way to write a whole number or a flag as a parameter. Spring would bend more to one: spaces within a number,
 * hexadecimal, the digits of other scripts, yes and on. Read wrongly, a position or a dry run is not what was meant.
 */
@ControllerAdvice
final class WrittenValues {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

    /** Not a converter, because where one refuses, Spring goes on to an editor of its own. */
    private static final class Editor extends PropertyEditorSupport {

        private final Function<String, Object> reading;

        private Editor(Function<String, Object> reading) {
            this.reading = reading;
        }

        @Override
        public void setAsText(String written) {
            setValue(reading.apply(written));
        }
    }

    @InitBinder
    void readAsWritten(WebDataBinder parameter) {
        parameter.registerCustomEditor(Long.class, new Editor(WrittenValues::position));
        parameter.registerCustomEditor(Integer.class, new Editor(WrittenValues::count));
        parameter.registerCustomEditor(boolean.class, new Editor(WrittenValues::flag));
    }

    private static Long position(String written) {
        return Long.valueOf(whole(written));
    }

    private static Integer count(String written) {
        return Integer.valueOf(whole(written));
    }

    private static String whole(String written) {
        if (!WHOLE.matcher(written).matches()) {
            throw new NumberFormatException(written);
        }
        return written;
    }

    private static Boolean flag(String written) {
        return switch (written) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(written);
        };
    }

    /** What a parameter of this type is written as. */
    static String form(@Nullable Class<?> type) {
        if (type == boolean.class) {
            return "true or false";
        }
        return "a whole number of at most " + (type == Integer.class ? Integer.MAX_VALUE : Long.MAX_VALUE);
    }
}
