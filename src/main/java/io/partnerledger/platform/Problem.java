package io.partnerledger.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.wire.EnumNames;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it: {@code type} is stable and made of the {@code code}; {@code errors} names each fault by
 * its JSON pointer in what was sent, and {@code moreErrors} is how many faults more there were, where not all are named.
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Fault> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer moreErrors) {

    /** One fault: the line, of a body of lines, where it is, and the nearest known names where a name was not known. */
    public record Fault(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer line,

            String pointer,
            String code,
            String detail,
            List<String> near) {

        public Fault(String pointer, String code, String detail, List<String> near) {
            this(null, pointer, code, detail, near);
        }

        /** The same fault, of one line of many that were sent. */
        public Fault inLine(int number) {
            return new Fault(number, pointer, code, detail, near);
        }

        /** The fault that made a rule refuse what was sent. */
        public static Fault of(Rejection rejection) {
            return new Fault(rejection.pointer(), EnumNames.of(rejection.code()), rejection.detail(), rejection.near());
        }
    }

    static Problem of(int status, String code, String title, String detail) {
        return new Problem("urn:partner-ledger:problem:" + code, title, status, detail, code, List.of(), null);
    }

    /** A problem of its faults, named after the first. */
    public static Problem of(int status, String title, List<Fault> errors) {
        return of(status, title, errors, 0);
    }

    /** The same, of more faults than are named. */
    public static Problem of(int status, String title, List<Fault> errors, int more) {
        Fault first = errors.getFirst();
        return new Problem(
                "urn:partner-ledger:problem:" + first.code(),
                title,
                status,
                first.detail(),
                first.code(),
                errors,
                more == 0 ? null : more);
    }
}
