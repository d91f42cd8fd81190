package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import io.partnerledger.log.Append;
import io.partnerledger.log.EventLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ledger slows down as it grows: durable appends of many clients on a long log and on a short one, and a
 * question that is answered alike by both, at another position each time.
 */
final class ScaleMode implements Mode {

    private static final long EVENTS = 1_000_000;
    private static final int TIMES = 10;
    private static final int ANNOUNCEMENTS_OF_SUBJECT = 1_000;
    private static final int PARTNERS = 40;
    private static final int OTHERS = 400;
    private static final int WARM_UPS = 12;
    private static final int ROUNDS = 11;
    private static final String LONG = "long";
    private static final String SHORT = "short";

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        long events = settings.events(EVENTS);
        Announcements news = new Announcements(
                settings.seed(), Parties.around(Math.min(ANNOUNCEMENTS_OF_SUBJECT, events / TIMES), PARTNERS, OTHERS));
        try (Database large = Filled.with(scratch.fresh(store), news, events);
                Database small = Filled.with(scratch.fresh(store), news, events / TIMES)) {
            // What is appended is never read, and could not be: many streams tell of one announcement.
            questions(settings, store, large, small, report);
            appends(settings, store, large, small, report);
        }
    }

    @Override
    public @Nullable String refusal(Settings settings) {
        long least = TIMES * measurements(settings);
        return settings.events(EVENTS) >= least
                ? null
                : "scale needs " + least + " events for so many rounds, as it asks for no position twice";
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
        int common = Math.toIntExact(settings.events(EVENTS) / TIMES);
        // The ledger keeps its answers: a position that is asked for again would be looked up, not computed.
        List<Integer> positions =
                IntStream.range(0, common).boxed().collect(Collectors.toCollection(() -> new ArrayList<>(common)));
        Collections.shuffle(positions, new Random(settings.seed()));
        Iterator<Integer> untold = positions.iterator();
        long most = common / measurements(settings);
        Connections.Paths paths = () -> "/api/totals?subject=" + Parties.SUBJECT + "&asOf=position:" + untold.next();
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
                    () -> ofLonger.rate(1, seconds, most, paths),
                    () -> ofShorter.rate(1, seconds, most, paths),
                    report);
        }
    }

    /** How often something is measured, at most, in a comparison. */
    private static long measurements(Settings settings) {
        return 3L * (WARM_UPS + settings.rounds(ROUNDS));
    }

    private static void compare(
            String what, Settings settings, Store store, Contender.Run inLong, Contender.Run inShort, Report report)
            throws Exception {
        long events = settings.events(EVENTS);
        Rounds rounds = new Rounds(settings.rounds(ROUNDS), settings.seed())
                .warmedUp(WARM_UPS)
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
