package io.partnerledger.platform;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.partnerledger.log.EventLog;
import io.partnerledger.replay.Progress;
import io.partnerledger.replay.Rebuilds;
import io.partnerledger.standing.LiveStanding;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * What a watcher of the program wants to see: where the log ends and how far the views and a rebuild are behind it, in
 * events; how many appends wait and how many share a commit. Figures of a rebuild are there once one has run.
 */
@Component
final class LedgerMeters implements MeterBinder {

    private final EventLog log;
    private final LiveStanding live;
    private final Rebuilds rebuilds;

    LedgerMeters(EventLog log, LiveStanding live, Rebuilds rebuilds) {
        this.log = log;
        this.live = live;
        this.rebuilds = rebuilds;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledger.log.position", log, EventLog::head).register(registry);
        Gauge.builder("ledger.view.position", live, LiveStanding::position).register(registry);
        Gauge.builder("ledger.view.lag", live, view -> Math.max(0, log.head() - view.position()))
                .register(registry);
        Gauge.builder("ledger.append.waiting", log, of -> of.figures().waiting())
                .register(registry);
        Gauge.builder("ledger.append.group.largest", log, of -> of.figures().largestGroup())
                .register(registry);
        FunctionCounter.builder("ledger.append.groups", log, of -> of.figures().groups())
                .register(registry);
        FunctionCounter.builder("ledger.append.appends", log, of -> of.figures().appends())
                .register(registry);
        Gauge.builder("ledger.rebuild.position", rebuilds, ofRebuild(progress -> progress.done() - 1))
                .register(registry);
        Gauge.builder("ledger.rebuild.lag", rebuilds, ofRebuild(progress -> progress.total() - progress.done()))
                .register(registry);
    }

    private static ToDoubleFunction<Rebuilds> ofRebuild(ToDoubleFunction<Progress> figure) {
        return rebuilds -> rebuilds.latest().map(figure::applyAsDouble).orElse(Double.NaN);
    }
}
