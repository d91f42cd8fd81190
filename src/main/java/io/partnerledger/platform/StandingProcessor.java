package io.partnerledger.platform;

import io.partnerledger.replay.Rebuilds;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.transaction.support.TransactionTemplate;

/** The streaming processor that keeps the live build, stopped and started around a switch of builds. */
final class StandingProcessor implements Rebuilds.LiveProjection {

    static final String NAME = "standing";

    private final EventProcessingConfiguration processors;
    private final TokenStore tokens;
    private final TransactionTemplate transactions;

    StandingProcessor(EventProcessingConfiguration processors, TokenStore tokens, TransactionTemplate transactions) {
        this.processors = processors;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    @Override
    public void stop() {
        processor().shutDown();
    }

    @Override
    public void startAfter(long position) {
        transactions.executeWithoutResult(_ -> {
            if (tokens.fetchSegments(NAME).length == 0) {
                tokens.initializeTokenSegments(NAME, 1, new GlobalSequenceTrackingToken(position));
            }
        });
        processor().start();
    }

    private StreamingEventProcessor processor() {
        return processors.eventProcessor(NAME, StreamingEventProcessor.class).orElseThrow();
    }
}
