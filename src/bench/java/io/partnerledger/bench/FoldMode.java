package io.partnerledger.bench;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.bench.Figure.Target;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.Scan;
import io.partnerledger.wire.WireCodec;
import io.partnerledger.wire.WireJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Reading a whole log and folding it in memory, through the log and its codec and by plain JDBC and Jackson. */
final class FoldMode implements Mode {

    private static final int PAGE = 250;
    private static final String LEDGER = "ledger";
    private static final String RAW = "raw";

    /** The fold: how many announcements each publisher's source made, and their statements. */
    private static final class Counts {
        private final Map<String, Integer> ofPublisher = new HashMap<>();
        private long events;

        void take(Object event) {
            events++;
            if (event instanceof AnnouncementRecorded recorded) {
                ofPublisher.merge(
                        String.valueOf(recorded.source().publisher()),
                        recorded.statements().size(),
                        Integer::sum);
            }
        }
    }

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        long events = settings.events(1_000_000);
        Announcements news = new Announcements(settings.seed(), Parties.of(200));
        try (Database database = Filled.with(scratch.fresh(store), news, events);
                EventLog log = Filled.open(database);
                Connection connection = database.rawConnection()) {
            connection.setAutoCommit(false);
            Rounds rounds = new Rounds(settings.rounds(5), settings.seed())
                    .warmedUp(3)
                    .run(
                            "fold " + store,
                            List.of(
                                    new Contender(LEDGER, () -> throughLog(log)),
                                    new Contender(RAW, () -> raw(connection)),
                                    new Contender(RAW + "'", () -> raw(connection))));
            report.ratio(
                    "fold",
                    store,
                    String.format(Locale.ROOT, "%,d events : raw select, Jackson and fold", events),
                    Target.atLeast(1.2),
                    rounds.ratio(LEDGER, RAW),
                    rounds.ratio(RAW, RAW + "'"));
            report.add(Figure.rate("fold", store, "events", rounds.of(LEDGER)));
        }
    }

    private static double throughLog(EventLog log) throws InterruptedException {
        WireCodec codec = new WireCodec();
        Counts counts = new Counts();
        long begin = System.nanoTime();
        try (Scan<List<Object>> scan = new Scan<>(
                log,
                -1,
                PAGE,
                page -> page.stream()
                        .map(event -> codec.decode(event.type(), event.revision(), event.data()))
                        .toList())) {
            for (List<Object> page = scan.next(); page != null; page = scan.next()) {
                page.forEach(counts::take);
            }
        }
        return counts.events * 1e9 / (System.nanoTime() - begin);
    }

    private static double raw(Connection connection) throws Exception {
        JsonMapper json = WireJson.stored();
        WireCodec codec = new WireCodec();
        Map<String, Class<?>> types = new HashMap<>();
        Counts counts = new Counts();
        long begin = System.nanoTime();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT type, revision, data FROM log_event ORDER BY position")) {
            select.setFetchSize(PAGE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String type = rows.getString(1);
                    byte[] data = rows.getBytes(3);
                    Class<?> known = types.get(type);
                    if (known == null) {
                        known = codec.decode(type, rows.getInt(2), data).getClass();
                        types.put(type, known);
                    }
                    counts.take(json.readValue(data, known));
                }
            }
        }
        connection.commit();
        return counts.events * 1e9 / (System.nanoTime() - begin);
    }
}
