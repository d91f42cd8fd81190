package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import io.partnerledger.log.Append;
import io.partnerledger.log.EventLog;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether the ledger slows down as it grows: durable appends of many clients on a long log and on a short one, and a
 * question that is answered alike by both, at another position each time.
 */
final class ScaleMode implements Mode {

    private static final int TIMES = 10;
    private static final int ANNOUNCEMENTS_OF_SUBJECT = 1_000;
    private static final int PARTNERS = 40;
    private static final int OTHERS = 400;
    private static final int POSITIONS = 500;
    private static final String LONG = "long";
    private static final String SHORT = "short";

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        long events = settings.events(1_000_000);
        Announcements news = new Announcements(
                settings.seed(), Parties.around(Math.min(ANNOUNCEMENTS_OF_SUBJECT, events / TIMES), PARTNERS, OTHERS));
        try (Database large = Filled.with(scratch.fresh(store), news, events);
                Database small = Filled.with(scratch.fresh(store), news, events / TIMES)) {
            // What is appended is never read, and could not be: many streams tell of one announcement.
            questions(settings, store, large, small, report);
            appends(settings, store, large, small, report);
        }
    }

    private static void appends(Settings settings, Store store, Database large, Database small, Report report)
            throws Exception {
        int clients = settings.clients(64);
        double seconds = settings.seconds(2);
        Recordings recordings = new Recordings(new Announcements(settings.seed(), Parties.of(200)));
        try (EventLog longLog = Filled.open(large);
                EventLog shortLog = Filled.open(small)) {
            Clients.Act onLong = () -> longLog.append(new Append(List.of(recordings.event())));
            Clients.Act onShort = () -> shortLog.append(new Append(List.of(recordings.event())));
            compare(
                    "append",
                    settings,
                    store,
                    () -> Clients.rate(clients, seconds, _ -> onLong),
                    () -> Clients.rate(clients, seconds, _ -> onShort),
                    report);
        }
    }

    private static void questions(Settings settings, Store store, Database large, Database small, Report report)
            throws Exception {
        double seconds = settings.seconds(2);
        long common = settings.events(1_000_000) / TIMES;
        AtomicLong asked = new AtomicLong();
        Connections.Paths paths = () -> "/api/totals?subject=" + Parties.SUBJECT + "&asOf=position:"
                + (common - 1 - asked.getAndIncrement() % Math.min(POSITIONS, common));
        try (LedgerProgram longer = LedgerProgram.on(large);
                LedgerProgram shorter = LedgerProgram.on(small);
                Connections ofLonger = new Connections(longer.url(), 1);
                Connections ofShorter = new Connections(shorter.url(), 1)) {
            longer.awaitViews();
            shorter.awaitViews();
            compare(
                    "totals at varying asOf",
                    settings,
                    store,
                    () -> ofLonger.rate(1, seconds, paths),
                    () -> ofShorter.rate(1, seconds, paths),
                    report);
        }
    }

    private static void compare(
            String what, Settings settings, Store store, Contender.Run inLong, Contender.Run inShort, Report report)
            throws Exception {
        long events = settings.events(1_000_000);
        Rounds rounds = new Rounds(settings.rounds(11), settings.seed())
                .warmedUp(12)
                .run(
                        "scale " + what + " " + store,
                        List.of(
                                new Contender(LONG, inLong),
                                new Contender(SHORT, inShort),
                                new Contender(SHORT + "'", inShort)));
        report.ratio(
                "scale",
                store,
                String.format(Locale.ROOT, "%s after %,d events : after %,d", what, events, events / TIMES),
                Target.atLeast(0.8),
                rounds.ratio(LONG, SHORT),
                rounds.ratio(SHORT, SHORT + "'"));
    }
}
