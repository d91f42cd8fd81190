package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Questions over HTTP about a subject of some ten thousand statements, in a ledger that is about little else and in one
 * ten times as long, against answers of the same size that nothing is computed for.
 */
final class QueryMode implements Mode {

    private static final List<String> VIEWS = List.of(
            "roster", "totals", "deals", "claims", "capacity", "conflicts", "coverage", "flows", "timeline", "changes");
    /** At 2.26 statements each these make ten thousand. */
    private static final int ANNOUNCEMENTS_OF_SUBJECT = 4_420;

    private static final long EVENTS = 5_500;
    private static final long LEAST_EVENTS = 1_000;
    private static final int PARTNERS = 40;
    private static final int OTHERS = 400;
    private static final int LATEST = 200;
    private static final int WARM_UP = 24;
    private static final int ROUNDS = 3;
    private static final String EMPTY = "static";
    private static final String QUIET = "quiet";
    private static final String GROWN = " grown";
    private static final String PAST = " past";
    private static final String PASTS = " pasts";

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        long events = settings.events(EVENTS);
        Announcements news = new Announcements(
                settings.seed(), Parties.around(Math.min(ANNOUNCEMENTS_OF_SUBJECT, events), PARTNERS, OTHERS));
        try (Database small = Filled.with(scratch.fresh(store), news, events);
                Database large = Filled.with(scratch.fresh(store), news, events * 10);
                LedgerProgram ledger = LedgerProgram.on(small);
                LedgerProgram grown = LedgerProgram.on(large)) {
            many(settings, store, grown, report);
            // A server closes a connection that it waits too long for the first request of.
            try (Connections connections = new Connections(ledger.url(), 1);
                    Connections grownConnections = new Connections(grown.url(), 1)) {
                for (String view : VIEWS) {
                    one(view, settings, store, ledger, connections, grownConnections, report);
                }
            }
        }
    }

    @Override
    public @Nullable String refusal(Settings settings) {
        return settings.events(EVENTS) >= LEAST_EVENTS
                ? null
                : "query needs " + LEAST_EVENTS + " events, so that whoever is asked about is there";
    }

    /** A question with little to compute, asked by many at once: what a question costs besides its answer. */
    private static void many(Settings settings, Store store, LedgerProgram ledger, Report report) throws Exception {
        int clients = settings.clients(8);
        double seconds = settings.seconds(1);
        try (Connections connections = new Connections(ledger.url(), clients)) {
            String totals = "/api/totals?subject=" + Parties.id(PARTNERS + OTHERS - 1);
            HttpConnection first = connections.of(0);
            String nothing = StaticAnswers.path(first.exchange(first.getting(totals), 200));
            Contender.Run still = () -> connections.rate(clients, seconds, () -> nothing);
            Rounds rounds = new Rounds(settings.rounds(11), settings.seed())
                    .warmedUp(12)
                    .run(
                            "query " + store + " totals of few statements",
                            List.of(
                                    new Contender(QUIET, () -> connections.rate(clients, seconds, () -> totals)),
                                    new Contender(EMPTY, still),
                                    new Contender(EMPTY + "'", still)));
            report.ratio(
                    "query",
                    store,
                    "totals of few statements, " + clients + " clients : static",
                    Target.atLeast(0.6),
                    rounds.ratio(QUIET, EMPTY),
                    rounds.ratio(EMPTY, EMPTY + "'"));
        }
    }

    private static void one(
            String view,
            Settings settings,
            Store store,
            LedgerProgram ledger,
            Connections connections,
            Connections grown,
            Report report)
            throws Exception {
        double seconds = settings.seconds(0.5);
        long head = ledger.log().head();
        // None comes round again, in the rounds and the one before them: it would be known.
        long most = Math.max(1, positions(view, head) / (1 + settings.rounds(ROUNDS)));
        AtomicLong back = new AtomicLong();
        AtomicLong backInGrown = new AtomicLong();
        String now = path(view, head, -1);
        String past = path(view, head, head - LATEST);
        HttpConnection first = connections.of(0);
        String nothing = StaticAnswers.path(first.exchange(first.getting(now), 200));
        Contender.Run still = () -> connections.rate(1, seconds, () -> nothing);
        // The compiler is to be done with what computes an answer, and no answer known: so another ledger is asked.
        grown.rate(1, WARM_UP * seconds, () -> before(view, head, backInGrown));
        List<Contender> contenders = new ArrayList<>(List.of(
                new Contender(view, () -> connections.rate(1, seconds, () -> now)),
                new Contender(view + GROWN, () -> grown.rate(1, seconds, () -> now)),
                new Contender(view + PAST, () -> connections.rate(1, seconds, () -> past)),
                new Contender(view + PASTS, () -> connections.rate(1, seconds, most, () -> before(view, head, back))),
                new Contender(EMPTY, still),
                new Contender(EMPTY + "'", still)));
        Rounds rounds = new Rounds(settings.rounds(ROUNDS), settings.seed()).run("query " + store, contenders);
        Ratio guard = rounds.ratio(EMPTY, EMPTY + "'");
        times(report, store, view + ", warm: times a static answer", 5, rounds.ratio(EMPTY, view), guard);
        times(report, store, view + ", one asOf: times static", 20, rounds.ratio(EMPTY, view + PAST), guard);
        times(report, store, view + ", varying asOf: times static", 20, rounds.ratio(EMPTY, view + PASTS), guard);
        report.ratio(
                "query",
                store,
                view + ", ledger 10 times as long: times as before",
                null,
                rounds.ratio(view, view + GROWN),
                guard);
        report.add(Figure.rate("query", store, view + ", warm", rounds.of(view)));
    }

    private static void times(Report report, Store store, String name, double most, Ratio ratio, Ratio guard) {
        report.ratio("query", store, name, Target.atMost(most), ratio, guard);
    }

    /** The question at the position before the one that was asked about last: nobody has asked for it yet. */
    private static String before(String view, long head, AtomicLong back) {
        return path(view, head, head - 1 - back.getAndIncrement() % positions(view, head));
    }

    private static long positions(String view, long head) {
        return view.equals("changes") ? 2L * LATEST - 1 : head;
    }

    /** The question; of what is known now where {@code asOf} is negative. */
    private static String path(String view, long head, long asOf) {
        String asked = "/api/" + view + "?subject=" + Parties.SUBJECT;
        if (view.equals("changes")) {
            long from = Math.max(0, head - 2L * LATEST);
            return asked + "&from=position:" + from + (asOf < 0 ? "" : "&to=position:" + asOf);
        }
        return asOf < 0 ? asked : asked + "&asOf=position:" + asOf;
    }
}
