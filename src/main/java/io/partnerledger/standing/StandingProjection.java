package io.partnerledger.standing;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.organization.OrganizationEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Keeps the live build up with the log. A batch of events is one transaction together with the processor's token, so
 * that no event is taken up twice or left out.
 */
@Component
@ProcessingGroup(StandingProjection.NAME)
class StandingProjection {

    static final String NAME = "standing";

    private final LiveStanding live;
    private final DataSource dataSource;

    private static final class Batch {
        private final StandingWriter writer;
        private long last;
        private int build;

        private Batch(StandingWriter writer) {
            this.writer = writer;
        }
    }

    StandingProjection(LiveStanding live) {
        this.live = live;
        this.dataSource = live.dataSource();
    }

    @EventHandler
    void on(AnnouncementEvent event, TrackingToken token, UnitOfWork<?> unitOfWork) {
        take(event, token, unitOfWork);
    }

    @EventHandler
    void on(OrganizationEvent event, TrackingToken token, UnitOfWork<?> unitOfWork) {
        take(event, token, unitOfWork);
    }

    /** Axon's own way to replay: the live build is emptied and filled again while it is asked. */
    @ResetHandler
    void reset() {
        JdbcClient tables = JdbcClient.create(dataSource);
        for (String table : List.of("announcement_version", "key_block", "organization_version", "organization_name")) {
            tables.sql("DELETE FROM " + table).update();
        }
        // These were meant to go.
        tables.sql("UPDATE build SET touched = 0").update();
        live.rewind();
    }

    private void take(Object event, TrackingToken token, UnitOfWork<?> unitOfWork) {
        Batch batch = unitOfWork.getOrComputeResource(NAME, _ -> begin(unitOfWork));
        long position = token.position().orElseThrow();
        batch.writer.apply(event, position);
        batch.last = position;
    }

    private Batch begin(UnitOfWork<?> unitOfWork) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        Batch batch = new Batch(new StandingWriter(connection, live.past()));
        unitOfWork.onPrepareCommit(_ -> flush(batch, connection));
        unitOfWork.afterCommit(_ -> live.came(batch.build, batch.last));
        unitOfWork.onCleanup(_ -> DataSourceUtils.releaseConnection(connection, dataSource));
        return batch;
    }

    private void flush(Batch batch, Connection connection) {
        try {
            batch.build = live.keep(connection, batch.writer.take());
        } catch (SQLException e) {
            throw new IllegalStateException("Could not write up to position " + batch.last, e);
        }
    }
}
