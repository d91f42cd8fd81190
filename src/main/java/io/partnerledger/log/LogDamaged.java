package io.partnerledger.log;

/** The log lacks an event that it had: somebody or something took it away from below. */
public final class LogDamaged extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LogDamaged(long position) {
        super("The log is damaged: it lacks position " + position);
    }
}
