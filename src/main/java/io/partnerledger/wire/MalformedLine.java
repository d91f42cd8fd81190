package io.partnerledger.wire;

/**
 * A line of a journal that is not an event of this ledger; it names file and line (from 1), the JSON pointer of the
 * fault in that line, a stable code and a sentence for people.
 */
public final class MalformedLine extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String pointer;
    private final MalformedRequest.Code code;
    private final String detail;

    public MalformedLine(String file, int line, MalformedRequest fault) {
        super(file + ":" + line + ": " + fault.getMessage(), fault);
        this.file = file;
        this.line = line;
        this.pointer = fault.pointer();
        this.code = fault.code();
        this.detail = fault.detail();
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String pointer() {
        return pointer;
    }

    public MalformedRequest.Code code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
