package io.partnerledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.wire.WireJson;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.DefaultIdentifierFactory;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.AbstractEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.EventTableFactory;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same decision and event on Axon as its reference guide sets it up with JDBC: the embedded event store on the JDBC storage
 * engine, the simple command bus, each command in a transaction of its own on a pooled connection, Jackson for payloads
 * and metadata.
 */
final class StockAxon implements AutoCloseable {

    private static final IdentifierFactory ITS_OWN_IDS = new DefaultIdentifierFactory();

    private final HikariDataSource pool;
    private final Configuration configuration;

    StockAxon(Database database) {
        this(database, _ -> {});
    }

    /** @param more what else is configured, such as a processor */
    StockAxon(Database database, java.util.function.Consumer<Configurer> more) {
        pool = database.stockPool();
        TransactionManager transactions = new SpringTransactionManager(new JdbcTransactionManager(pool));
        Serializer serializer = serializer();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(pool))
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        transactions.executeInTransaction(() -> engine.createSchema(tables(database.store())));
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureTransactionManager(_ -> transactions)
                .configureSerializer(_ -> serializer)
                .configureEmbeddedEventStore(_ -> engine)
                .configureAggregate(StockAnnouncement.class);
        more.accept(configurer);
        configuration = configurer.start();
        // Identifiers are made by one factory for the whole process, which is the ledger's here.
        var _ = configuration.eventStore().registerDispatchInterceptor(_ -> (_, event) -> withItsOwnId(event));
    }

    private static EventMessage<?> withItsOwnId(EventMessage<?> event) {
        DomainEventMessage<?> told = (DomainEventMessage<?>) event;
        return new GenericDomainEventMessage<>(
                told.getType(),
                told.getAggregateIdentifier(),
                told.getSequenceNumber(),
                told.getPayload(),
                told.getMetaData(),
                ITS_OWN_IDS.generateIdentifier(),
                told.getTimestamp());
    }

    CommandGateway commands() {
        return configuration.commandGateway();
    }

    EventStore events() {
        return configuration.eventStore();
    }

    /** The ledger's own JSON for the payload, so that both store the same bytes of an event. */
    static Serializer serializer() {
        JsonMapper json = WireJson.stored();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(builder -> builder.annotationIntrospector(
                                json.serializationConfig().getAnnotationIntrospector())
                        .addModules(json.registeredModules())
                        .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                        .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
                .build();
    }

    private static EventTableFactory tables(Store store) {
        return switch (store) {
            case POSTGRES -> PostgresEventTableFactory.INSTANCE;
            case SQLITE -> new SqliteTables();
        };
    }

    /** The tables of Axon's other factories, in the types of SQLite. The index is the row id, so it needs no sequence. */
    private static final class SqliteTables extends AbstractEventTableFactory {
        @Override
        protected String idColumnType() {
            return "INTEGER";
        }

        @Override
        protected String payloadType() {
            return "BLOB";
        }
    }

    @Override
    public void close() {
        configuration.shutdown();
        pool.close();
    }
}
