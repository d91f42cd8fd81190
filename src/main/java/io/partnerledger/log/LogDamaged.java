package io.partnerledger.log;

/** The log lacks an event that it had, or has one that cannot be read: somebody or something changed it from below. */
public final class LogDamaged extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LogDamaged(long position) {
        super("The log is damaged: it lacks position " + position);
    }

    LogDamaged(long position, RuntimeException unreadable) {
        super("The event at position " + position + ": " + unreadable.getMessage(), unreadable);
    }
}
