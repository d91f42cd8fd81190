package io.partnerledger.bench;

import io.partnerledger.bench.Figure.Target;
import io.partnerledger.log.Append;
import io.partnerledger.log.EventLog;
import java.util.List;
import java.util.Locale;

/** Whether appending slows down as the log grows: durable appends of many clients on a long log and on a short one. */
final class ScaleMode implements Mode {

    private static final int TIMES = 10;
    private static final String LONG = "long";
    private static final String SHORT = "short";

    @Override
    public void measure(Settings settings, Store store, Scratch scratch, Report report) throws Exception {
        long events = settings.events(1_000_000);
        int clients = settings.clients(64);
        double seconds = settings.seconds(2);
        Announcements news = new Announcements(settings.seed(), Parties.of(200));
        Recordings recordings = new Recordings(news);
        try (Database large = Filled.with(scratch.fresh(store), news, events);
                Database small = Filled.with(scratch.fresh(store), news, events / TIMES);
                EventLog longLog = Filled.open(large);
                EventLog shortLog = Filled.open(small)) {
            Clients.Act onLong = () -> longLog.append(new Append(List.of(recordings.event())));
            Clients.Act onShort = () -> shortLog.append(new Append(List.of(recordings.event())));
            Contender.Run inShort = () -> Clients.rate(clients, seconds, _ -> onShort);
            Rounds rounds = new Rounds(settings.rounds(5), settings.seed())
                    .run(
                            "scale " + store,
                            List.of(
                                    new Contender(LONG, () -> Clients.rate(clients, seconds, _ -> onLong)),
                                    new Contender(SHORT, inShort),
                                    new Contender(SHORT + "'", inShort)));
            report.ratio(
                    "scale",
                    store,
                    String.format(Locale.ROOT, "append after %,d events : after %,d", events, events / TIMES),
                    Target.atLeast(0.8),
                    rounds.ratio(LONG, SHORT),
                    rounds.ratio(SHORT, SHORT + "'"));
        }
    }
}
