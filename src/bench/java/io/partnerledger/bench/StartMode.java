package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * How long a start takes until the newest announcements are answered, over a long ledger whose views are built and over an
 * empty one.
 */
final class StartMode implements Mode {

    private static final String LONG = "long";
    private static final String EMPTY = "empty";

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        long events = settings.events(1_000_000);
        Announcements news = new Announcements(settings.seed(), Parties.of(200));
        try (Database full = Filled.with(scratch.fresh(store), news, events);
                Database empty = scratch.fresh(store)) {
            buildViews(full);
            Rounds rounds = new Rounds(settings.rounds(5), settings.seed())
                    .run(
                            "start " + store,
                            List.of(
                                    new Contender(LONG, () -> start(full)),
                                    new Contender(EMPTY, () -> start(empty)),
                                    new Contender(EMPTY + "'", () -> start(empty))));
            report.ratio(
                    "start",
                    store,
                    String.format(Locale.ROOT, "with %,d events: times with none", events),
                    Target.atMost(1.5),
                    rounds.ratio(LONG, EMPTY),
                    rounds.ratio(EMPTY, EMPTY + "'"));
        }
    }

    private static void buildViews(Database database) throws InterruptedException {
        try (LedgerProgram ledger = LedgerProgram.on(database)) {
            ledger.awaitViews();
        }
    }

    private static double start(Database database) throws IOException {
        long begin = System.nanoTime();
        try (LedgerProgram program = LedgerProgram.on(database);
                HttpConnection connection = HttpConnection.to(program.url())) {
            connection.exchange(connection.getting("/api/announcements?limit=20"), 200);
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
