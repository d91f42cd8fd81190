package io.partnerledger.platform;

import io.partnerledger.standing.LiveStanding;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * What Axon needs to be told on Spring Boot 4. Its own defaults start without complaint and would store tokens in
 * memory, skip events that fail, and write XStream; each is set here by name.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AxonSettings {

    private static final int BATCH = 1000;

    /** Another node takes the projection over from one that has died within the time that a question waits. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(3);

    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    /** Jackson 3 for tokens; it may read Axon's own types, which a ReplayToken needs (AxonFramework issue 4160). */
    @Bean
    @Primary
    Serializer serializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        json -> json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }

    /** Commands open no transaction: the log commits on its own, once for all that wait. */
    @Bean
    TransactionManager commandTransactions() {
        return NoTransactionManager.INSTANCE;
    }

    /** The transactions of the projection. No bean, so that nothing else takes part in them. */
    private static PlatformTransactionManager transactions(LiveStanding live) {
        return new JdbcTransactionManager(live.dataSource());
    }

    @Bean
    TokenStore tokenStore(LiveStanding live, Serializer serializer, LedgerProperties properties, Node node) {
        return tokensIn(live.dataSource(), serializer, properties, node);
    }

    private static TokenStore tokensIn(
            DataSource build, Serializer serializer, LedgerProperties properties, Node node) {
        boolean shared = properties.store() == LedgerProperties.Store.POSTGRES;
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

    @Bean
    Node node() {
        return Node.ofThisProcess();
    }

    @Bean
    StandingProcessor standingProcessor(
            EventProcessingConfiguration processors, Serializer serializer, LedgerProperties properties, Node node) {
        return new StandingProcessor(processors, build -> tokensIn(build, serializer, properties, node));
    }

    @Bean
    CommandGateway commandGateway(CommandBus bus, RetryScheduler retries) {
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(retries)
                .build();
    }

    @Bean
    CorrelationDataProvider correlationDataProvider() {
        return new RequestCorrelation();
    }

    @Bean
    ConfigurerModule standingProcessing(TokenStore tokenStore, LiveStanding live) {
        TakenOver.install();
        TransactionManager inOneTransaction = new SpringTransactionManager(transactions(live));
        return configurer -> configurer
                .eventProcessing()
                .registerPooledStreamingEventProcessor(
                        StandingProcessor.NAME,
                        Configuration::eventStore,
                        (_, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(BATCH)
                                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                                .claimExtensionThreshold(CLAIM_INTERVAL_MILLIS)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .transactionManager(inOneTransaction))
                .registerTransactionManager(StandingProcessor.NAME, _ -> inOneTransaction)
                .registerTokenStore(StandingProcessor.NAME, _ -> tokenStore)
                .registerListenerInvocationErrorHandler(StandingProcessor.NAME, _ -> PropagatingErrorHandler.instance())
                .registerErrorHandler(StandingProcessor.NAME, _ -> PropagatingErrorHandler.instance());
    }
}
