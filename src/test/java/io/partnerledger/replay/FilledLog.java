package io.partnerledger.replay;

import io.partnerledger.log.Append;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.LogOptions;
import io.partnerledger.log.NewEvent;
import io.partnerledger.log.SqliteLogStore;
import io.partnerledger.standing.Builds;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.StandingWriter;
import io.partnerledger.standing.ToldLog;
import io.partnerledger.wire.StreamIds;
import io.partnerledger.wire.WireCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log of many events, and the build of it that is written batch by batch. */
final class FilledLog {

    static final WireCodec CODEC = new WireCodec();

    private static final int BATCH = 700;

    private FilledLog() {}

    static EventLog of(int count, Path file) throws IOException {
        return of(ToldLog.events(count), file);
    }

    static EventLog of(List<Object> told, Path file) throws IOException {
        LogOptions options = LogOptions.defaults();
        EventLog log = EventLog.open(SqliteLogStore.open(file, options), InstantSource.system(), options);
        Map<String, Long> sequences = new HashMap<>();
        List<NewEvent> events = new ArrayList<>();
        for (Object event : told) {
            String stream = StreamIds.of(event);
            long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
            events.add(new NewEvent(
                    stream + "#" + sequence,
                    stream,
                    sequence,
                    CODEC.typeOf(event),
                    CODEC.revisionOf(event),
                    EventMetadata.NONE,
                    CODEC.encode(event)));
        }
        log.append(new Append(events, List.of()));
        return log;
    }

    static Generation written(EventLog log, Generations generations) throws SQLException {
        Generation generation = Builds.empty(generations, 1);
        write(log, generation);
        return generation;
    }

    static void write(EventLog log, Generation generation) throws SQLException {
        try (Connection connection = generation.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (long after = -1; after < log.head(); after += BATCH) {
                StandingWriter writer = new StandingWriter(connection, new LogPast(log, CODEC));
                for (var event : log.read(after, BATCH)) {
                    writer.apply(CODEC.decode(event.type(), event.revision(), event.data()), event.position());
                }
                writer.flush();
                connection.commit();
            }
        }
    }
}
