package io.partnerledger.platform;

import io.partnerledger.standing.Generation;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The tokens of the projection: each lies in the build that it speaks of. */
@Component
final class BuildTokens {

    /** Another node takes the projection over from one that has died within the time that a question waits. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(3);

    private final Serializer serializer;
    private final boolean shared;
    private final Node node;

    BuildTokens(Serializer serializer, LedgerProperties properties, Node node) {
        this.serializer = serializer;
        this.shared = properties.store() == LedgerProperties.Store.POSTGRES;
        this.node = node;
    }

    TokenStore in(DataSource build) {
        return new TokenTable(
                TokenTable.builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(build))
                        .serializer(serializer)
                        .schema(TokenTable.schema())
                        .claimTimeout(CLAIM_TIMEOUT)
                        // The one process on a SQLite file need not wait for the claim of one that was killed.
                        .nodeId(shared ? node.name() : "embedded"),
                shared);
    }

    /** Notes in a build that is about to be live that it has come to this position, and that this node keeps it. */
    void begin(Generation build, long position) {
        TokenStore tokens = in(build.keeping());
        new TransactionTemplate(new JdbcTransactionManager(build.keeping())).executeWithoutResult(_ -> {
            tokens.initializeTokenSegments(
                    StandingProcessor.NAME, 1, position < 0 ? null : new GlobalSequenceTrackingToken(position));
            // A node that keeps the build before would go on in this one with what comes next there.
            tokens.fetchToken(StandingProcessor.NAME, 0);
        });
    }
}
