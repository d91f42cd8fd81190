package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.AGGREGATE;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvents;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Axon's own suite for storage engines. Its suites for Axon's base classes need serializers and upcasters, which this
 * engine has no use for; what they say about duplicates is said in {@link AxonOnTheLogTest}. Cases that contradict a
 * stronger promise are replaced, each with its reason.
 */
@ParameterizedClass
@EnumSource(Database.class)
class AxonStorageEngineSuiteTest extends EventStorageEngineTest {

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Database database;

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private EventLog log;
    private LogEventStorageEngine engine;

    @BeforeEach
    void opens() throws Exception {
        LogOptions smallPages = LogOptions.defaults().withPageSize(3);
        log = EventLog.open(database.openEmpty(folder), clock, smallPages);
        engine = new LogEventStorageEngine(log, new NoteCodec(), events -> List.of(), smallPages);
        setTestSubject(engine);
    }

    @AfterEach
    void closes() {
        log.close();
    }

    /** The ledger keeps no snapshots: streams are short, and nothing may be read that is not in the log. */
    @Test
    @Override
    public void storeAndLoadSnapshot() {
        engine.storeSnapshot(createEvent(0));

        assertThat(engine.readSnapshot(AGGREGATE)).isEmpty();
    }

    /**
     * An event is recorded when the log learns of it, whatever time the message carries, so that an instant is a
     * prefix.
     */
    @Test
    @Override
    public void createTokenAt() {
        List<DomainEventMessage<?>> events = appendEach("10:15:00", "10:15:40", "10:15:35");

        assertThat(idsAfterTokenAt("10:15:30")).isEqualTo(ids(events, 1));
    }

    /** As in {@link #createTokenAt}. */
    @Test
    @Override
    public void createTokenAtExactTime() {
        List<DomainEventMessage<?>> events = appendEach("10:15:30", "10:15:40", "10:15:35");

        assertThat(idsAfterTokenAt("10:15:30")).isEqualTo(ids(events, 0));
        assertThat(idsAfterTokenAt("10:15:30.000000001")).isEqualTo(ids(events, 1));
    }

    /** As in {@link #createTokenAt}. */
    @Test
    @Override
    public void createTokenWithUnorderedEvents() {
        List<DomainEventMessage<?>> events = appendEach("10:15:30", "10:15:40", "10:15:50", "10:15:45", "10:15:42");

        assertThat(idsAfterTokenAt("10:15:45")).isEqualTo(ids(events, 2));
    }

    /** As in {@link #createTokenAt}. */
    @Test
    @Override
    public void createTokenAtTimeAfterLastEvent() {
        appendEach("10:15:30", "10:15:40");

        assertThat(idsAfterTokenAt("10:15:40.000001")).isEmpty();
    }

    @Test
    void aStreamOfManyPagesIsReadInOrder() {
        List<DomainEventMessage<?>> events = createEvents(110);
        engine.appendEvents(events);

        assertThat(engine.readEvents(null, false).map(EventMessage::getIdentifier))
                .containsExactlyElementsOf(ids(events, 0));
        assertThat(engine.readEvents(AGGREGATE).asStream().count()).isEqualTo(110);
    }

    private List<DomainEventMessage<?>> appendEach(String... times) {
        List<DomainEventMessage<?>> events = createEvents(times.length);
        for (int i = 0; i < times.length; i++) {
            clock.set(at(times[i]));
            engine.appendEvents(events.get(i));
        }
        return events;
    }

    private List<String> idsAfterTokenAt(String time) {
        return engine.readEvents(engine.createTokenAt(at(time)), false)
                .<String>map(EventMessage::getIdentifier)
                .toList();
    }

    private static List<String> ids(List<DomainEventMessage<?>> events, int from) {
        return events.subList(from, events.size()).stream()
                .<String>map(EventMessage::getIdentifier)
                .toList();
    }

    private static Instant at(String time) {
        return Instant.parse("2027-12-03T" + time + "Z");
    }
}
