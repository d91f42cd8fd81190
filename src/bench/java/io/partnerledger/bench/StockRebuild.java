package io.partnerledger.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.Past;
import io.partnerledger.standing.StandingWriter;
import io.partnerledger.wire.StreamIds;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.GenericTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The same events in stock Axon's own table, read by its pooled streaming processor (one segment, batches of a thousand,
 * tokens by JDBC in the transaction of the batch) and written into the same indexed tables, each event's rows as it comes.
 */
final class StockRebuild implements AutoCloseable {

    private static final String NAME = "standing";
    private static final int BATCH = 1000;
    /** More than are measured, so that nothing depends on how a reader comes to the end. */
    private static final int BEYOND = 2 * BATCH;

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Database database;
    private final Generations generations;
    private final long events;
    private int number;

    StockRebuild(Database database, Announcements news, long events) throws Exception {
        this.database = database;
        this.generations = database.openViews();
        this.events = events;
        fill(new GeneratedLedger(news, events + BEYOND));
    }

    private void fill(GeneratedLedger ledger) {
        try (StockAxon stock = new StockAxon(database)) {
            List<DomainEventMessage<?>> batch = new ArrayList<>(BATCH);
            while (ledger.hasNext()) {
                GeneratedLedger.Entry entry = ledger.next();
                batch.add(new GenericDomainEventMessage<>(
                        entry.event().getClass().getSimpleName(),
                        StreamIds.of(entry.event()),
                        entry.sequence(),
                        entry.event()));
                if (batch.size() == BATCH || !ledger.hasNext()) {
                    stock.events().publish(List.copyOf(batch));
                    batch.clear();
                }
            }
        }
    }

    /** Fills fresh tables, and answers how many events a second. */
    double rate() throws Exception {
        Generation views = generations.openToFill(++number);
        generations.complete(views);
        try (HikariDataSource own = database.stockPool();
                Connection reading = own.getConnection();
                PreparedStatement first = reading.prepareStatement(Stored.FIRST)) {
            TransactionManager transactions =
                    new SpringTransactionManager(new JdbcTransactionManager(views.dataSource()));
            TokenStore tokens = tokens(views.dataSource(), transactions);
            Projection projection = new Projection(views.dataSource(), new Stored(first), events);
            long begin = System.nanoTime();
            try (StockAxon _ = new StockAxon(database, axon -> process(axon, projection, tokens, transactions))) {
                if (!projection.done.await(PATIENCE.toMinutes(), TimeUnit.MINUTES)) {
                    throw new IllegalStateException("Stock Axon came to " + projection.committed + " events only");
                }
                return events * 1e9 / (System.nanoTime() - begin);
            }
        } finally {
            generations.drop(views);
        }
    }

    private static void process(
            Configurer axon, Projection projection, TokenStore tokens, TransactionManager transactions) {
        axon.eventProcessing()
                .registerPooledStreamingEventProcessor(
                        NAME,
                        Configuration::eventStore,
                        (_, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(BATCH)
                                .initialToken(StreamableMessageSource::createTailToken))
                .registerTransactionManager(NAME, _ -> transactions)
                .registerTokenStore(NAME, _ -> tokens)
                .registerListenerInvocationErrorHandler(NAME, _ -> PropagatingErrorHandler.instance())
                .registerEventHandler(_ -> projection);
    }

    private TokenStore tokens(DataSource views, TransactionManager transactions) {
        boolean isSqlite = database.store() == Store.SQLITE;
        JdbcTokenStore tokens = new Tokens(
                JdbcTokenStore.builder()
                        .connectionProvider(new SpringDataSourceConnectionProvider(views))
                        .serializer(StockAxon.serializer()),
                !isSqlite);
        transactions.executeInTransaction(() ->
                tokens.createSchema(isSqlite ? GenericTokenTableFactory.INSTANCE : PostgresTokenTableFactory.INSTANCE));
        return tokens;
    }

    /** SQLite has no row locks, and does not understand the question for one. */
    private static final class Tokens extends JdbcTokenStore {
        private final boolean lockRows;

        private Tokens(Builder builder, boolean lockRows) {
            super(builder);
            this.lockRows = lockRows;
        }

        @Override
        protected PreparedStatement select(Connection connection, String processor, int segment, boolean forUpdate)
                throws SQLException {
            return super.select(connection, processor, segment, forUpdate && lockRows);
        }
    }

    @ProcessingGroup(NAME)
    private static final class Projection {

        private final DataSource views;
        private final Stored stored;
        private final long wanted;
        private final AtomicLong committed = new AtomicLong();
        private final CountDownLatch done = new CountDownLatch(1);

        private Projection(DataSource views, Stored stored, long wanted) {
            this.views = views;
            this.stored = stored;
            this.wanted = wanted;
        }

        /** Axon calls it. */
        @SuppressWarnings("UnusedMethod")
        @EventHandler
        void on(AnnouncementEvent event, TrackingToken token, UnitOfWork<?> unit) throws SQLException {
            take(event, token, unit);
        }

        /** Axon calls it. */
        @SuppressWarnings("UnusedMethod")
        @EventHandler
        void on(OrganizationEvent event, TrackingToken token, UnitOfWork<?> unit) throws SQLException {
            take(event, token, unit);
        }

        private void take(Object event, TrackingToken token, UnitOfWork<?> unit) throws SQLException {
            StandingWriter writer = unit.getOrComputeResource(NAME, _ -> begin(unit));
            writer.apply(event, token.position().orElseThrow());
            writer.flush();
            unit.afterCommit(_ -> {
                if (committed.incrementAndGet() == wanted) {
                    done.countDown();
                }
            });
        }

        private StandingWriter begin(UnitOfWork<?> unit) {
            Connection connection = DataSourceUtils.getConnection(views);
            unit.onCleanup(_ -> DataSourceUtils.releaseConnection(connection, views));
            return new StandingWriter(connection, stored);
        }
    }

    /**
     * What a projection knows of what went before: where stock Axon's own table has the first event of an announcement.
     * The keys that a correction tells again are written again, which costs less than to find out.
     */
    private record Stored(PreparedStatement first) implements Past {

        private static final String FIRST =
                "SELECT globalIndex FROM DomainEventEntry WHERE aggregateIdentifier = ? AND sequenceNumber = 0";

        @Override
        public Map<String, List<Told>> ofAnnouncements(Collection<String> ids) {
            Map<String, List<Told>> told = new HashMap<>();
            try {
                for (String id : ids) {
                    first.setString(1, StreamIds.ofAnnouncement(id));
                    try (ResultSet row = first.executeQuery()) {
                        if (row.next()) {
                            told.put(id, List.of(new Told("", row.getLong(1), Instant.EPOCH)));
                        }
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return told;
        }

        @Override
        public List<Told> upTo(long position, int count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Long, String> announcementsAt(Collection<Long> positions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> announcementsLike(String beginning, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, List<Told>> ofOrganizations(Collection<String> ids) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        database.close();
    }
}
