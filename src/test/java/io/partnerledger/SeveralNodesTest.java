package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.partnerledger.RunningLedger.Answer;
import io.partnerledger.log.LogUnavailable;
import io.partnerledger.log.PostgresServer;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.platform.OneAfterAnother;
import io.partnerledger.standing.Generations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Several nodes of one ledger on one PostgreSQL. */
class SeveralNodesTest {

    @TempDir
    Path home;

    private String url = "";

    @BeforeEach
    void createsADatabase() {
        url = PostgresServer.freshUrl();
    }

    private String[] options(String name, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "--ledger.home=" + home.resolve(name),
                "--spring.profiles.active=postgres",
                "--ledger.postgres.url=" + url,
                "--ledger.postgres.user=postgres"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private RunningLedger node(String name) {
        return RunningLedger.start(options(name));
    }

    static String announcement(int number) {
        return """
            {"announcedOn":"2026-05-08","source":{"publisher":"The Paper","title":"No. %d","tier":"named-reporting"},
             "statements":[{"kind":"partner-added","subject":"Anthropic","partner":"Akamai","roles":["cloud-provider"]}]}\
            """.formatted(number);
    }

    private static long record(RunningLedger node, int number) {
        Answer answer = node.post("/api/announcements?register=true", announcement(number));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("position").asLong();
    }

    private static String roster(RunningLedger node, long position) {
        Answer answer = node.get("/api/roster?subject=anthropic&explain=true&validAt=2026-11-23&asOf=position:"
                + position + "&minPosition=" + position);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private static int generation(RunningLedger node) {
        return node.get("/api/projections")
                .json()
                .at("/projections/0/generation")
                .asInt();
    }

    @Test
    void nodesThatStartAtOnceOnAnEmptyDatabaseLoadTheJournalOnce() throws Exception {
        List<LedgerProcess> nodes = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LedgerProcess>> starting = IntStream.range(0, 3)
                    .mapToObj(i -> executor.submit(() -> LedgerProcess.start(options("n" + i))))
                    .toList();
            for (Future<LedgerProcess> node : starting) {
                nodes.add(node.get());
            }
            List<String> logs = answers(nodes, "/api/events");
            long last = logs.getFirst().lines().count() - 1;
            assertThat(last).isGreaterThan(100);
            assertThat(logs).containsOnly(logs.getFirst());
            List<String> rosters = answers(
                    nodes,
                    "/api/roster?subject=anthropic&validAt=2026-11-23&asOf=position:" + last + "&minPosition=" + last);
            assertThat(rosters.getFirst()).contains("spacex");
            assertThat(rosters).containsOnly(rosters.getFirst());
        } finally {
            nodes.forEach(LedgerProcess::close);
        }
    }

    private static List<String> answers(List<LedgerProcess> nodes, String question) throws Exception {
        List<String> answers = new ArrayList<>();
        for (LedgerProcess node : nodes) {
            answers.add(node.get(question).body());
        }
        return answers;
    }

    @Test
    void whatOneNodeRecordsEveryNodeAnswers() {
        try (RunningLedger one = node("one");
                RunningLedger other = node("other")) {
            for (int i = 0; i < 20; i++) {
                long position = record(i % 2 == 0 ? one : other, i);
                assertThat(roster(i % 2 == 0 ? other : one, position)).contains("akamai");
            }
            long last = record(one, 20);
            assertThat(roster(other, last)).isEqualTo(roster(one, last));
        }
    }

    /** Another node may have had its turn meanwhile, and judged without what this one was about to append. */
    @Test
    void whoLosesItsTurnAppendsNothing() {
        try (RunningLedger node = node("one")) {
            OneAfterAnother turns = node.context().getBean(OneAfterAnother.class);
            CommandGateway gateway = node.context().getBean(CommandGateway.class);
            assertThatExceptionOfType(LogUnavailable.class)
                    .isThrownBy(() -> turns.judged(() -> {
                        endTheSessionThatHoldsTheTurn();
                        return gateway.sendAndWait(
                                new RegisterOrganization("late", "Late", List.of(), Identifiers.NONE));
                    }))
                    .withMessageContaining("Nothing was stored");
            assertThat(node.get("/api/organizations/late").status()).isEqualTo(404);
            Object registered = turns.judged(
                    () -> gateway.sendAndWait(new RegisterOrganization("next", "Next", List.of(), Identifiers.NONE)));
            assertThat(registered).isNotNull();
        }
    }

    private void endTheSessionThatHoldsTheTurn() {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity "
                    + "WHERE query LIKE '%pg_advisory_lock(%partner-ledger judged%' AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNameThatIsTooLongForTheIndexIsRefusedAndIsNoFailure() {
        StringBuilder name = new StringBuilder();
        new Random(1).ints(2_000, 0xac00, 0xd7a4).forEach(name::appendCodePoint);
        try (RunningLedger node = node("one")) {
            Answer answer = node.post("/api/organizations", "{\"name\":\"" + name + "\"}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.json().path("code").asString()).isEqualTo("unstorable");
            record(node, 1);
        }
    }

    @Test
    void theOtherNodesFollowARebuild() throws Exception {
        try (RunningLedger one = node("one");
                RunningLedger other = node("other")) {
            long before = record(one, 1);
            String answer = roster(other, before);

            for (int generation = 2; generation < 5; generation++) {
                RunningLedger rebuilding = generation % 2 == 0 ? one : other;
                assertThat(rebuilding
                                .post("/api/projections/standing/rebuild", "{}")
                                .status())
                        .isEqualTo(202);
                while (generation(one) < generation || generation(other) < generation) {
                    Thread.onSpinWait();
                }
                assertThat(roster(other, before)).isEqualTo(answer);
                long after = record(other, generation);
                assertThat(roster(one, after)).isEqualTo(roster(other, after));
                assertThat(one.get("/api/projections/standing/rebuild")
                                .json()
                                .at("/difference/same")
                                .asBoolean())
                        .isTrue();
                while (!rebuilding
                        .get("/api/projections/standing/rebuild")
                        .json()
                        .path("state")
                        .asString()
                        .equals("done")) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    /** The other node is in the middle of its batches when it follows. */
    @Test
    void whatIsRecordedWhileAnotherNodeRebuildsIsInTheViews() throws Exception {
        try (RunningLedger one = node("one");
                RunningLedger other = node("other");
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicBoolean goesOn = new AtomicBoolean(true);
            Future<Integer> recording = executor.submit(() -> {
                int recorded = 0;
                while (goesOn.get()) {
                    record(recorded % 2 == 0 ? one : other, recorded++);
                }
                return recorded;
            });
            try {
                for (int i = 0; i < 4; i++) {
                    rebuilt(i % 2 == 0 ? other : one);
                }
            } finally {
                goesOn.set(false);
            }
            int recorded = recording.get();

            // What was left out of one build, the next would have.
            JsonNode difference = rebuilt(one).path("difference");
            assertThat(difference.path("same").asBoolean())
                    .as(difference.toString())
                    .isTrue();
            assertThat(difference.path("position").asInt()).isGreaterThan(recorded);
        }
    }

    private static JsonNode rebuilt(RunningLedger node) {
        // The node that rebuilt before says that it is done a moment before it gives the right back.
        int status = 409;
        while (status == 409) {
            status = node.post("/api/projections/standing/rebuild", "{}").status();
        }
        assertThat(status).isEqualTo(202);
        JsonNode progress = node.get("/api/projections/standing/rebuild").json();
        while (!progress.path("state").asString().equals("done")) {
            assertThat(progress.path("state").asString())
                    .as(progress.toString())
                    .isNotIn("failed", "cancelled", "interrupted");
            Thread.onSpinWait();
            progress = node.get("/api/projections/standing/rebuild").json();
        }
        return progress;
    }

    @Test
    void aNodeSaysWhichOtherOneIsRebuilding() {
        try (RunningLedger one = node("one");
                RunningLedger other = node("other");
                Generations.Claim _ = one.context()
                        .getBean(Generations.class)
                        .claim("4711@there")
                        .orElseThrow()) {
            Answer refused = other.post("/api/projections/standing/rebuild", "{}");

            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("detail").asString()).contains("running on 4711@there");
        }
    }

    @Test
    void everyNodeSaysHowFarTheRebuildOfAnotherOneIs() {
        try (RunningLedger one = node("one");
                RunningLedger other = node("other")) {
            Generations generations = one.context().getBean(Generations.class);
            try (Generations.Claim claim = generations.claim("4711@there").orElseThrow()) {
                claim.leave("""
                    {"projection":"standing","state":"building","done":7,"total":12,"eventsPerSecond":34,\
                    "secondsLeft":1,"startedAt":"2026-11-23T07:55:34Z"}\
                    """);

                Answer progress = other.get("/api/projections/standing/rebuild");
                assertThat(progress.json().path("state").asString()).isEqualTo("building");
                assertThat(progress.json().path("done").asLong()).isEqualTo(7);
                assertThat(other.get("/api/projections/standing").json().at("/rebuild"))
                        .isEqualTo(progress.json());
                Answer cancelled = other.delete("/api/projections/standing/rebuild");
                assertThat(cancelled.status()).isEqualTo(409);
                assertThat(cancelled.text()).contains("4711@there");
            }
            assertThat(state(other)).isEqualTo("interrupted");

            assertThat(one.post("/api/projections/standing/rebuild", "{}").status())
                    .isEqualTo(202);
            // The others are told a moment after it is so.
            while (!state(one).equals("done") || !state(other).equals("done")) {
                Thread.onSpinWait();
            }

            assertThat(other.get("/api/projections/standing/rebuild").text())
                    .isEqualTo(one.get("/api/projections/standing/rebuild").text());
            try (RunningLedger later = node("later")) {
                assertThat(state(later)).isEqualTo("done");
            }
        }
    }

    @Test
    void whatANodeThatIsGoneLeftOfARebuildIsForgottenOnceNothingOfItIsThere() {
        try (RunningLedger one = node("one")) {
            try (Generations.Claim claim =
                    one.context().getBean(Generations.class).claim("4711@there").orElseThrow()) {
                claim.leave("""
                    {"projection":"standing","state":"building","done":0,"total":12,"eventsPerSecond":0,\
                    "secondsLeft":0,"startedAt":"2026-11-23T07:55:34Z"}\
                    """);
            }
            assertThat(state(one)).isEqualTo("interrupted");
            try (RunningLedger other = node("other")) {
                assertThat(other.get("/api/projections/standing/rebuild").status())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void aNodeThatTheReadTablesWereTakenFromSaysSoInALine() throws Exception {
        try (RunningLedger node = node("one")) {
            roster(node, record(node, 1));
            ListAppender<ILoggingEvent> said = new ListAppender<>();
            said.list = new CopyOnWriteArrayList<>();
            said.start();
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.addAppender(said);
            try (Connection connection = DriverManager.getConnection(url)) {
                connection
                        .createStatement()
                        .executeUpdate("UPDATE standing_1.token_entry SET owner = 'another node', timestamp = '"
                                + Instant.now() + "'");
                while (said.list.isEmpty()) {
                    Thread.onSpinWait();
                }
                roster(node, record(node, 2));
            } finally {
                root.detachAppender(said);
            }
            assertThat(said.list).allSatisfy(event -> {
                assertThat(event.getThrowableProxy()).isNull();
                assertThat(event.getFormattedMessage()).contains("Another node keeps the read tables now");
            });
        }
    }

    private static String state(RunningLedger node) {
        return node.get("/api/projections/standing/rebuild")
                .json()
                .path("state")
                .asString();
    }

    @Test
    void anotherNodeTakesTheReadTablesOverFromOneThatWasKilled() throws Exception {
        try (LedgerProcess killed = LedgerProcess.start(options("killed"))) {
            try (RunningLedger other = node("other")) {
                long before = record(other, 1);
                roster(other, before);

                killed.kill();
                long after = record(other, 2);

                assertThat(roster(other, after)).contains("akamai");
                assertThat(other.get("/api/projections")
                                .json()
                                .at("/projections/0/lag")
                                .asLong())
                        .isZero();
            }
        }
    }
}
