package io.partnerledger.wire;

/**
 * What was sent in has the wrong shape; nothing was stored. It names the JSON pointer (RFC 6901) of the fault, a stable
 * code and a sentence for people. Rules that need the ledger to judge are not its business: those are rejections.
 */
public final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The stable codes, in kebab-case outside the process ({@link EnumNames}). */
    public enum Code {
        MALFORMED_JSON,
        DUPLICATE_FIELD,
        UNKNOWN_FIELD,
        MISSING_FIELD,
        WRONG_TYPE,
        UNKNOWN_VALUE,
        BAD_DATE,
        UNKNOWN_CURRENCY,
        NEGATIVE_AMOUNT,
        MALFORMED_DECIMAL,
        OUT_OF_RANGE,
        BAD_SLUG,
        BAD_URL,
        BAD_TEXT,
        BLANK,
        TOO_LONG,
        TOO_MANY,
        OUT_OF_ORDER,
        UNREADABLE_EVENT
    }

    private final String pointer;
    private final Code code;
    private final String detail;

    MalformedRequest(Pointer at, Code code, String detail) {
        this(at.toString(), code, detail);
    }

    /** A fault found outside a body; a query parameter's pointer is its name after a slash. */
    public MalformedRequest(String pointer, Code code, String detail) {
        super((pointer.isEmpty() ? "" : pointer + ": ") + detail);
        this.pointer = pointer;
        this.code = code;
        this.detail = detail;
    }

    public String pointer() {
        return pointer;
    }

    public Code code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
