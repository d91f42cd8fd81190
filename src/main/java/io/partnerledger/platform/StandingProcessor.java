package io.partnerledger.platform;

import io.partnerledger.replay.Rebuilds;
import io.partnerledger.standing.Generation;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** The streaming processor that keeps the live build, stopped and started around a switch of builds. */
final class StandingProcessor implements Rebuilds.LiveProjection {

    static final String NAME = "standing";

    private final EventProcessingConfiguration processors;
    private final BuildTokens tokens;

    StandingProcessor(EventProcessingConfiguration processors, BuildTokens tokens) {
        this.processors = processors;
        this.tokens = tokens;
    }

    @Override
    public void stop() {
        processor().shutDown();
    }

    @Override
    public void begin(Generation next, long position) {
        tokens.begin(next, position);
    }

    @Override
    public void start() {
        processor().start();
    }

    private StreamingEventProcessor processor() {
        return processors.eventProcessor(NAME, StreamingEventProcessor.class).orElseThrow();
    }
}
