package io.partnerledger.standing;

import io.partnerledger.wire.WireJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Views over a read table that was written from a whole log; an event's place in the list is its position. */
public final class StoredViews implements AutoCloseable {

    /** Every event is recorded a minute after the one before, from here on. */
    public static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Path home;
    private final SqliteGenerations generations;
    private final Generation generation;
    private final Views views;

    private StoredViews(Path home, SqliteGenerations generations, Generation generation, Views views) {
        this.home = home;
        this.generations = generations;
        this.generation = generation;
        this.views = views;
    }

    public static StoredViews over(List<?> events) throws IOException, SQLException {
        Path home = Files.createTempDirectory("views");
        SqliteGenerations generations = new SqliteGenerations(home);
        Generation generation = generations.open(1);
        try (Connection connection = generation.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            StandingWriter writer = new StandingWriter(connection, WireJson.stored());
            for (int position = 0; position < events.size(); position++) {
                writer.apply(events.get(position), position, recordedAt(position));
            }
            writer.flush();
            connection.commit();
        }
        LogPositions log = new LogPositions() {
            @Override
            public long head() {
                return events.size() - 1L;
            }

            @Override
            public long positionAt(Instant instant) {
                long position = -1;
                while (position < head() && !recordedAt(position + 1).isAfter(instant)) {
                    position++;
                }
                return position;
            }
        };
        Clock clock = Clock.fixed(recordedAt(events.size()), ZoneOffset.UTC);
        Views views = new Views(new LiveStanding(generation, WireJson.stored(), false), log, clock);
        return new StoredViews(home, generations, generation, views);
    }

    public Views views() {
        return views;
    }

    @Override
    public void close() throws IOException {
        generations.close(generation);
        FileSystemUtils.deleteRecursively(home);
    }

    public static Instant recordedAt(long position) {
        return FIRST.plusSeconds(60 * position);
    }
}
