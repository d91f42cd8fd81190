package io.partnerledger.announcement.write;

import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.springframework.stereotype.Component;

/**
 * A command that records an announcement is decided as if there were none of its id, without a look into the log: nearly
 * always there is none, and the log refuses a second beginning of a stream. A command that met one is decided once more,
 * on what is there, so that it is refused for the reason that the ledger has. In an import, whose lines are appended
 * together, each is decided on what is there at once.
 */
@Component
final class FirstRecording implements RetryScheduler {

    private static final ScopedValue<Boolean> ONCE_MORE = ScopedValue.newInstance();

    /** Whether the command in progress may take it that its announcement is not in the log. */
    static boolean isSupposed() {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        return unit.parent().isEmpty()
                && unit.getMessage().getPayload() instanceof RecordAnnouncement
                && !ONCE_MORE.isBound();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException failure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        boolean met = failure instanceof AggregateStreamCreationException
                && command.getPayload() instanceof RecordAnnouncement
                && !ONCE_MORE.isBound();
        if (met) {
            ScopedValue.where(ONCE_MORE, true).run(dispatch);
        }
        return met;
    }
}
