package io.partnerledger.platform;

import io.partnerledger.standing.LiveStanding;
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
    TokenStore tokenStore(LiveStanding live, BuildTokens tokens) {
        return tokens.in(live.dataSource());
    }

    @Bean
    Node node() {
        return Node.ofThisProcess();
    }

    @Bean
    StandingProcessor standingProcessor(EventProcessingConfiguration processors, BuildTokens tokens) {
        return new StandingProcessor(processors, tokens);
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
