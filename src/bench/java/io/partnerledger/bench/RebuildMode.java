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

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        long events = settings.events(1_000_000);
        Announcements news = new Announcements(settings.seed(), Parties.of(200));
        try (Database database = Filled.with(scratch.fresh(store), news, events);
                LedgerProgram ledger = LedgerProgram.on(database)) {
            Contender.Run raw = () -> {
                try (Database target = scratch.fresh(store)) {
                    return RawRebuild.rate(database, target);
                }
            };
            Rounds rounds = new Rounds(settings.rounds(3), settings.seed())
                    .run(
                            "rebuild " + store,
                            List.of(
                                    new Contender(LEDGER, () -> rebuild(ledger, events)),
                                    new Contender(RAW, raw),
                                    new Contender(RAW + "'", raw)));
            report.ratio(
                    "rebuild",
                    store,
                    String.format(
                            Locale.ROOT,
                            "%,d events, compared and switched : raw loop, heap %,d MB",
                            events,
                            Runtime.getRuntime().maxMemory() >> 20),
                    Target.atLeast(0.5),
                    rounds.ratio(LEDGER, RAW),
                    rounds.ratio(RAW, RAW + "'"));
            report.add(Figure.rate("rebuild", store, "events", rounds.of(LEDGER)));
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
