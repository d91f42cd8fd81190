package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import io.partnerledger.exchange.Journal;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.LogOptions;
import io.partnerledger.log.Recorded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Filling an empty ledger, a fresh database each time: the entries as they are, and a journal that is read first. */
final class ImportMode implements Mode {

    private static final String LEDGER = "ledger";
    private static final String RAW = "raw";
    private static final String JOURNAL = "journal";
    private static final String PARSED = "parsed raw";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private interface Load {
        void into(Database database) throws Exception;
    }

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        long events = settings.events(200_000);
        Announcements announcements = new Announcements(settings.seed(), Parties.of(200));
        List<Recorded> entries = new ArrayList<>();
        new LogEntries(new GeneratedLedger(announcements, events)).forEachRemaining(entries::add);
        Path folder = scratch.folder("journal");
        Path journal = JournalFile.write(folder.resolve("journal.ndjson"), entries.iterator());
        Load raw = database -> loadRaw(database, entries.iterator());
        Rounds rounds = new Rounds(settings.rounds(5), settings.seed())
                .run(
                        "import " + store,
                        List.of(
                                contender(LEDGER, store, scratch, events, database -> loadLog(database, entries)),
                                contender(RAW, store, scratch, events, raw),
                                contender(RAW + "'", store, scratch, events, raw),
                                contender(JOURNAL, store, scratch, events, db -> loadJournal(db, journal)),
                                contender(PARSED, store, scratch, events, db -> loadParsed(db, journal, entries))));
        Scratch.delete(folder);
        Ratio guard = rounds.ratio(RAW, RAW + "'");
        report.ratio(
                "import",
                store,
                "entries : raw batches of 1000",
                Target.atLeast(0.6),
                rounds.ratio(LEDGER, RAW),
                guard);
        report.ratio(
                "import",
                store,
                "journal, parsed and checked : the same lines parsed raw",
                null,
                rounds.ratio(JOURNAL, PARSED),
                guard);
        report.add(Figure.rate("import", store, "entries", rounds.of(LEDGER)));
        report.add(Figure.rate("import", store, "journal lines", rounds.of(JOURNAL)));
    }

    private static Contender contender(String name, Store store, Scratch scratch, long events, Load load) {
        return new Contender(name, () -> {
            try (Database database = scratch.fresh(store)) {
                long begin = System.nanoTime();
                load.into(database);
                return events * 1e9 / (System.nanoTime() - begin);
            }
        });
    }

    private static EventLog open(Database database) throws Exception {
        return EventLog.open(database.openLog(), Clock.systemUTC(), LogOptions.defaults());
    }

    private static void loadLog(Database database, List<Recorded> entries) throws Exception {
        try (EventLog log = open(database)) {
            log.appendAll(entries.iterator());
        }
    }

    private static void loadJournal(Database database, Path journal) throws Exception {
        try (EventLog log = open(database)) {
            Journal.of(journal.toString()).loadIntoEmpty(log, _ -> List.of());
        }
    }

    private static void loadRaw(Database database, Iterator<Recorded> entries) throws Exception {
        try (RawLog raw = new RawLog(database.rawConnection())) {
            raw.load(entries);
        }
    }

    /** Reads each line as a JSON tree, which is the least that reading a journal takes, and stores its entry. */
    private static void loadParsed(Database database, Path journal, List<Recorded> entries) throws Exception {
        try (BufferedReader lines = Files.newBufferedReader(journal);
                RawLog raw = new RawLog(database.rawConnection())) {
            Iterator<Recorded> stored = entries.iterator();
            raw.load(new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return stored.hasNext();
                }

                @Override
                public Recorded next() {
                    JSON.readTree(line(lines)).required("data");
                    return stored.next();
                }
            });
        }
    }

    private static String line(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
