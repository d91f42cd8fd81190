package io.partnerledger.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Says in a line that another node keeps the read tables now. Axon (4.13.0) prints a stack trace for it, as if something
 * had failed.
 */
final class TakenOver extends TurboFilter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(TakenOver.class);
    private static final String PROCESSORS = "org.axonframework.eventhandling.pooled.";

    /** Filters what is logged from now on. */
    static void install() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging
                && logging.getTurboFilterList().stream().noneMatch(TakenOver.class::isInstance)) {
            logging.addTurboFilter(new TakenOver());
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        if (level != Level.WARN || !logger.getName().startsWith(PROCESSORS)) {
            return FilterReply.NEUTRAL;
        }
        Throwable cause = thrown;
        if (cause == null && parameters != null && parameters.length > 0) {
            cause = parameters[parameters.length - 1] instanceof Throwable last ? last : null;
        }
        while (cause != null && !(cause instanceof UnableToClaimTokenException)) {
            cause = cause.getCause();
        }
        if (cause == null) {
            return FilterReply.NEUTRAL;
        }
        LOG.warn("Another node keeps the read tables now; this one goes on answering from them");
        return FilterReply.DENY;
    }
}
