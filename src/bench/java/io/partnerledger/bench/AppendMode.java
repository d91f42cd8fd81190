package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import java.util.List;

/** Durable creations in process, through the command gateway, the views standing still. */
final class AppendMode implements Mode {

    private static final String LEDGER = "ledger";
    private static final String ALONE = "ledger, 1 client";
    private static final String STOCK = "stock";
    private static final String RAW = "raw";

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        int clients = settings.clients(64);
        double seconds = settings.seconds(2);
        Recordings recordings = new Recordings(new Announcements(settings.seed(), Parties.of(200)));
        try (Database ours = scratch.fresh(store);
                Database theirs = scratch.fresh(store);
                Database plain = scratch.fresh(store)) {
            Rounds rounds = new Rounds(settings.rounds(7), settings.seed()).warmedUp(12);
            try (LedgerProgram ledger = LedgerProgram.on(ours);
                    StockAxon stock = new StockAxon(theirs);
                    RawLog raw = new RawLog(plain.rawConnection())) {
                ledger.stopViews();
                var ledgerCommands = ledger.commands();
                var stockCommands = stock.commands();
                Clients.Act onLedger = () -> ledgerCommands.sendAndWait(recordings.command());
                Clients.Act onStock = () -> stockCommands.sendAndWait(recordings.command());
                Clients.Act onRaw = () -> raw.append(recordings.event());
                rounds.run(
                        "append " + store,
                        List.of(
                                new Contender(LEDGER, () -> Clients.rate(clients, seconds, _ -> onLedger)),
                                new Contender(ALONE, () -> Clients.rate(1, seconds, _ -> onLedger)),
                                new Contender(STOCK, () -> Clients.rate(clients, seconds, _ -> onStock)),
                                new Contender(STOCK + "'", () -> Clients.rate(clients, seconds, _ -> onStock)),
                                new Contender(RAW, () -> Clients.rate(1, seconds, _ -> onRaw)),
                                new Contender(RAW + "'", () -> Clients.rate(1, seconds, _ -> onRaw))));
            }
            report(rounds, clients, store, report);
        }
        HttpAppends.measure(settings, store, scratch, report);
    }

    private static void report(Rounds rounds, int clients, Store store, Report report) {
        report.ratio(
                "append",
                store,
                clients + " clients : stock Axon with " + clients,
                Target.atLeast(store == Store.SQLITE ? 12 : 6),
                rounds.ratio(LEDGER, STOCK),
                rounds.ratio(STOCK, STOCK + "'"));
        report.ratio(
                "append",
                store,
                "1 client : raw loop of 1-row commits",
                Target.atLeast(0.75),
                rounds.ratio(ALONE, RAW),
                rounds.ratio(RAW, RAW + "'"));
    }
}
