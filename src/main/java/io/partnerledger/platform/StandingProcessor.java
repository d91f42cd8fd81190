package io.partnerledger.platform;

import io.partnerledger.replay.Rebuilds;
import io.partnerledger.standing.Generation;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** The streaming processor that keeps the live build, stopped and started around a switch of builds. */
final class StandingProcessor implements Rebuilds.LiveProjection {

    static final String NAME = "standing";

    private static final int SEGMENT = 0;

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

    /**
     * Goes on at once where it waits before it tries again, and where it believes to be further than the build is, as
     * where another server took over. What another node keeps is left to that node.
     */
    void tryAgain(long kept) {
        StreamingEventProcessor processor = processor();
        EventTrackerStatus status = processor.processingStatus().get(SEGMENT);
        if (status == null || status.isErrorState()) {
            // Axon waits until a moment that this replaces.
            processor.releaseSegment(SEGMENT, 0, TimeUnit.MILLISECONDS);
        } else if (status.getCurrentPosition().orElse(kept) > kept) {
            // What is at work is let go of only where it is to stay so for a while.
            processor.releaseSegment(SEGMENT, 1, TimeUnit.SECONDS);
        }
    }

    private StreamingEventProcessor processor() {
        return processors.eventProcessor(NAME, StreamingEventProcessor.class).orElseThrow();
    }
}
