package io.partnerledger.standing;

/** The view did not reach the asked position in time; asking again soon will do. */
public final class NotThereYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotThereYet(long wanted, long position) {
        super("The view has come to position " + position + ", not yet to " + wanted);
    }
}
