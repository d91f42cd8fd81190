package io.partnerledger.platform;

import io.partnerledger.replay.Rebuilds;
import io.partnerledger.standing.Generation;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The streaming processor that keeps the live build, stopped and started around a switch of builds. */
final class StandingProcessor implements Rebuilds.LiveProjection {

    static final String NAME = "standing";

    private final EventProcessingConfiguration processors;
    private final Function<DataSource, TokenStore> tokensIn;

    /** @param tokensIn the tokens that lie in a build */
    StandingProcessor(EventProcessingConfiguration processors, Function<DataSource, TokenStore> tokensIn) {
        this.processors = processors;
        this.tokensIn = tokensIn;
    }

    @Override
    public void stop() {
        processor().shutDown();
    }

    @Override
    public void begin(Generation next, long position) {
        TokenStore tokens = tokensIn.apply(next.keeping());
        new TransactionTemplate(new JdbcTransactionManager(next.keeping()))
                .executeWithoutResult(_ -> tokens.initializeTokenSegments(
                        NAME, 1, position < 0 ? null : new GlobalSequenceTrackingToken(position)));
    }

    @Override
    public void start() {
        processor().start();
    }

    private StreamingEventProcessor processor() {
        return processors.eventProcessor(NAME, StreamingEventProcessor.class).orElseThrow();
    }
}
