package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import io.partnerledger.log.Append;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.LogOptions;
import java.time.Clock;
import java.util.List;

/** Recording over HTTP while the views are kept and while they stand still, and how many appends of many clients share a commit. */
final class HttpAppends {

    private static final String HTTP = "http";
    private static final String RAW = "raw";
    private static final int WARM_UP = 40;

    private HttpAppends() {}

    static void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        int clients = settings.clients(64);
        double seconds = settings.seconds(2);
        Announcements news = new Announcements(settings.seed(), Parties.of(200));
        Recordings recordings = new Recordings(news);
        HttpRecordings bodies = new HttpRecordings(news);
        try (Database ours = scratch.fresh(store);
                Database plain = scratch.fresh(store);
                LedgerProgram ledger = LedgerProgram.on(ours);
                HttpConnection connection = HttpConnection.to(ledger.url());
                HttpCrowd crowd = new HttpCrowd(ledger.url(), clients);
                RawLog raw = new RawLog(plain.rawConnection())) {
            HttpRecordings.register(news.parties(), connection);
            Contender.Run overHttp = () -> crowd.posts(HttpRecordings.PATH, bodies::next, 201, seconds);
            Clients.Act onRaw = () -> raw.append(recordings.event());
            // So much code takes its time to be compiled: after a minute it is still getting faster.
            crowd.posts(HttpRecordings.PATH, bodies::next, 201, WARM_UP * seconds);
            Contender.Run alone = () -> Clients.rate(1, seconds, _ -> onRaw);
            List<Contender> contenders =
                    List.of(new Contender(HTTP, overHttp), new Contender(RAW, alone), new Contender(RAW + "'", alone));
            Rounds kept = new Rounds(settings.rounds(7), settings.seed()).run("append over HTTP " + store, contenders);
            report.ratio(
                    "append",
                    store,
                    clients + " clients over HTTP : raw loop of 1-row commits",
                    Target.atLeast(store == Store.SQLITE ? 2.5 : 1.5),
                    kept.ratio(HTTP, RAW),
                    kept.ratio(RAW, RAW + "'"));
            ledger.awaitViews();
            ledger.stopViews();
            Rounds still = new Rounds(settings.rounds(7), settings.seed())
                    .run("append over HTTP without views " + store, contenders);
            report.ratio(
                    "append",
                    store,
                    clients + " clients over HTTP, no views : raw loop",
                    null,
                    still.ratio(HTTP, RAW),
                    still.ratio(RAW, RAW + "'"));
        }
        sharing(settings, store, scratch, clients, seconds, report);
    }

    /** A count, so it needs no baseline. */
    private static void sharing(
            Settings settings, Store store, Scratch scratch, int clients, double seconds, Report report)
            throws Exception {
        CommitCount count = new CommitCount();
        Recordings recordings = new Recordings(new Announcements(settings.seed(), Parties.of(200)));
        double[] perEvent = new double[settings.rounds(7)];
        try (Database database = scratch.fresh(store);
                EventLog log =
                        EventLog.open(count.around(database.openLog()), Clock.systemUTC(), LogOptions.defaults())) {
            Clients.Act append = () -> log.append(new Append(List.of(recordings.event())));
            for (int round = 0; round < perEvent.length; round++) {
                long commits = count.soFar();
                long head = log.head();
                Clients.rate(clients, seconds / 4, _ -> append);
                perEvent[round] = (double) (count.soFar() - commits) / (log.head() - head);
            }
        }
        report.add(new Figure(
                "append",
                store,
                "commits for an event, " + clients + " clients",
                "commits",
                Target.atMost(1.0 / 16),
                perEvent));
    }
}
