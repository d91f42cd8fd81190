package io.partnerledger.standing;

/** A point that cannot be asked about: no instant, no position, or past the end of the log. */
public final class BadPoint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    public BadPoint(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** A cursor that no page of the list ended with. */
    public static BadPoint ofAnotherList() {
        return new BadPoint(
                "cursor", "This cursor is of another list; give it as \"next\" had it, with the same parameters");
    }

    /** The query parameter, or the header, at fault. */
    public String parameter() {
        return parameter;
    }
}
