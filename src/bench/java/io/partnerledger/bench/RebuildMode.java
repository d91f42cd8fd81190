package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import io.partnerledger.replay.Progress.State;
import io.partnerledger.replay.Rebuilds;
import java.util.List;
import java.util.Locale;

/** Building the read tables again from the first event, by the program and by a loop of plain JDBC. */
final class RebuildMode implements Mode {

    private static final String LEDGER = "ledger";
    private static final String RAW = "raw";
    private static final String STOCK = "stock";
    /** It is slow; rates of an event are compared. */
    private static final int PART_OF_STOCK = 20;

    private static final int SMALL_HEAP_MEGABYTES = 384;

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        long events = settings.events(1_000_000);
        long ofStock = Math.max(1, events / PART_OF_STOCK);
        Announcements news = new Announcements(settings.seed(), Parties.of(200));
        try (Database database = Filled.with(scratch.fresh(store), news, events)) {
            Rounds rounds;
            try (LedgerProgram ledger = LedgerProgram.on(database);
                    StockRebuild stock = new StockRebuild(scratch.fresh(store), news, ofStock)) {
                Contender.Run raw = () -> {
                    try (Database target = scratch.fresh(store)) {
                        return RawRebuild.rate(database, target);
                    }
                };
                rounds = new Rounds(settings.rounds(3), settings.seed())
                        .run(
                                "rebuild " + store,
                                List.of(
                                        new Contender(LEDGER, () -> rebuild(ledger, events)),
                                        new Contender(RAW, raw),
                                        new Contender(RAW + "'", raw),
                                        new Contender(STOCK, stock::rate)));
            }
            Ratio guard = rounds.ratio(RAW, RAW + "'");
            report.ratio(
                    "rebuild",
                    store,
                    String.format(Locale.ROOT, "%,d events, compared and switched : raw loop", events),
                    Target.atLeast(0.5),
                    rounds.ratio(LEDGER, RAW),
                    guard);
            report.ratio(
                    "rebuild",
                    store,
                    String.format(Locale.ROOT, "an event : stock Axon, an event of %,d", ofStock),
                    Target.atLeast(15),
                    rounds.ratio(LEDGER, STOCK),
                    guard);
            report.add(Figure.completed(
                    "rebuild",
                    store,
                    String.format(Locale.ROOT, "%,d events in %d MB of heap", events, SMALL_HEAP_MEGABYTES),
                    SmallHeap.rebuilds(scratch, database, SMALL_HEAP_MEGABYTES)));
            report.add(Figure.rate("rebuild", store, "events", rounds.of(LEDGER)));
            report.add(Figure.rate("rebuild", store, "events by stock Axon", rounds.of(STOCK)));
        }
    }

    private static double rebuild(LedgerProgram ledger, long events) throws InterruptedException {
        Rebuilds rebuilds = ledger.bean(Rebuilds.class);
        long begin = System.nanoTime();
        var _ = rebuilds.start().orElseThrow();
        rebuilds.join();
        double seconds = (System.nanoTime() - begin) / 1e9;
        var outcome = rebuilds.latest().orElseThrow();
        if (outcome.state() != State.DONE) {
            throw new IllegalStateException("The rebuild ended as " + outcome);
        }
        return events / seconds;
    }
}
