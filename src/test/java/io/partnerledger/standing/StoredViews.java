package io.partnerledger.standing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Views over a read table that was written from a whole log; an event's place in the list is its position. */
public final class StoredViews implements AutoCloseable {

    /** Every event is recorded a minute after the one before, from here on. */
    public static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Path home;
    private final SqliteGenerations generations;
    private final Generation generation;
    private final List<Object> events = new ArrayList<>();
    private final ToldPast past = new ToldPast();
    private final LiveStanding live;
    private final Views views;

    private StoredViews(Path home, SqliteGenerations generations, Generation generation) {
        this.home = home;
        this.generations = generations;
        this.generation = generation;
        this.live = new LiveStanding(generation, past, generations, false);
        this.views = new Views(live, new Positions(), Clock.systemUTC());
    }

    /** Written in one batch, as a replay writes. */
    public static StoredViews over(List<?> events) throws IOException, SQLException {
        return over(events, Math.max(1, events.size()));
    }

    /** Written in batches of so many events, each by a new writer that finds what those before it left. */
    public static StoredViews over(List<?> events, int batch) throws IOException, SQLException {
        Path home = Files.createTempDirectory("views");
        SqliteGenerations generations = new SqliteGenerations(home);
        StoredViews views = new StoredViews(home, generations, Builds.empty(generations, 1));
        for (int from = 0; from < events.size(); from += batch) {
            views.add(events.subList(from, Math.min(events.size(), from + batch)));
        }
        return views;
    }

    /** Writes what came next. */
    public void add(List<?> more) throws SQLException {
        try (Connection connection = generation.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            StandingWriter writer = new StandingWriter(connection, past);
            for (Object event : more) {
                writer.apply(event, events.size());
                past.add(event, events.size(), recordedAt(events.size()));
                events.add(event);
            }
            writer.flush();
            connection.commit();
        }
        live.came(live.generation().number(), events.size() - 1L);
    }

    private final class Positions implements LogPositions {
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
