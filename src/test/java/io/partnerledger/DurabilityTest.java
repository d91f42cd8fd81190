package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerledger.RunningLedger.Answer;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.LogOptions;
import io.partnerledger.log.SqliteLogStore;
import io.partnerledger.replay.Filling;
import io.partnerledger.replay.LogPast;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.SqliteGenerations;
import io.partnerledger.wire.WireCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was acknowledged is there after the worst, and the views come back from the log alone. */
class DurabilityTest {

    private static final String ANNOUNCEMENT = """
        {"announcedOn":"2026-05-08","source":{"publisher":"The Paper","title":"Akamai","tier":"named-reporting"},
         "statements":[{"kind":"partner-added","subject":"Anthropic","partner":"Akamai","roles":["cloud-provider"]}]}\
        """;

    @TempDir
    Path home;

    @Test
    void anAcknowledgedAnnouncementSurvivesKillMinusNine() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PartnerLedgerApplication.class.getName(),
                        "--server.port=0",
                        "--ledger.home=" + home)
                .redirectErrorStream(true)
                .start();
        String id;
        try {
            id = recordedAt(urlOf(process));
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).isNotZero();

        try (RunningLedger again = RunningLedger.start("--ledger.home=" + home)) {
            assertThat(again.get("/api/announcements/" + id).status()).isEqualTo(200);
            assertThat(again.get("/api/roster?subject=anthropic").text()).contains("\"akamai\"");
        }
    }

    @Test
    void viewsThatWereDeletedComeBackTheSame() throws Exception {
        String before = answers();
        deleteViews();
        assertThat(answers()).isEqualTo(before);
    }

    private void deleteViews() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("views"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void viewsThatWereNotFilledToTheEndAreGoneOnWith() throws Exception {
        String before = answers();
        deleteViews();
        LogOptions options = LogOptions.defaults();
        Generations generations = new SqliteGenerations(home.resolve("views"));
        Generation begun = generations.openToFill(1);
        try (EventLog log = EventLog.open(
                SqliteLogStore.open(home.resolve("ledger.db"), options), InstantSource.system(), options)) {
            assertThat(new Filling(new LogPast(log, new WireCodec()), generations, begun)
                            .from(-1, _ -> {}, () -> false))
                    .isEqualTo(log.head());
        }
        // What tells this build from a new one.
        JdbcClient.create(begun.dataSource()).sql("CREATE TABLE mark (x)").update();
        generations.close(begun);

        assertThat(answers()).isEqualTo(before);
        Generation live = generations.openToFill(1);
        assertThat(JdbcClient.create(live.dataSource())
                        .sql("SELECT x FROM mark")
                        .query()
                        .listOfRows())
                .isEmpty();
        generations.close(live);
    }

    @Test
    void aLogThatLacksAnEventIsToldAtTheStartThatBuildsTheViews() throws Exception {
        assertThat(answers()).isNotEmpty();
        deleteViews();
        try (Connection log = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("ledger.db"))) {
            log.createStatement().executeUpdate("DROP TRIGGER log_event_is_never_deleted");
            log.createStatement().executeUpdate("DELETE FROM log_event WHERE position = 70");
        }
        assertThatThrownBy(this::answers)
                .hasStackTraceContaining("The views cannot be built from the log: The log is damaged");
    }

    @Test
    void viewsOfWhichRowsWereDeletedComeBackTheSame() throws Exception {
        String before = answers();
        try (Connection views = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("views/standing-1.db"))) {
            views.createStatement().executeUpdate("DELETE FROM announcement_version WHERE position > 9");
        }
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void viewsOfAnotherVersionAreBuiltAnewAndAreTheSame() throws Exception {
        String before = answers();
        try (Connection views = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("views/standing-1.db"))) {
            views.createStatement().executeUpdate("UPDATE build SET form = 'of another version'");
            views.createStatement().executeUpdate("UPDATE announcement_version SET position = 9");
        }
        assertThat(answers()).isEqualTo(before);
        Files.delete(home.resolve("views/standing-1.db"));
        try (Connection views = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("views/standing-1.db"))) {
            views.createStatement().executeUpdate("CREATE TABLE announcement_version (id TEXT)");
            views.createStatement().executeUpdate("CREATE TABLE flyway_schema_history (checksum INTEGER)");
        }
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void viewsOfWhichTablesWereDroppedComeBackTheSame() throws Exception {
        String before = answers();
        try (Connection views = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("views/standing-1.db"))) {
            for (String table : List.of("announcement_version", "key_block", "organization_version")) {
                views.createStatement().executeUpdate("DROP TABLE " + table);
            }
        }
        assertThat(answers()).isEqualTo(before);
    }

    @Test
    void aSecondProcessOnTheSameHomeIsTurnedAway() {
        try (RunningLedger first = RunningLedger.start("--ledger.home=" + home)) {
            assertThat(first.get("/api/projections").status()).isEqualTo(200);
            assertThatThrownBy(() -> RunningLedger.start("--ledger.home=" + home))
                    .hasStackTraceContaining("ledger.db");
        }
    }

    private String answers() {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home)) {
            Answer roster = ledger.get("/api/roster?subject=anthropic&explain=true");
            Answer totals = ledger.get("/api/totals?explain=true");
            assertThat(roster.status()).as(roster.text()).isEqualTo(200);
            return roster.text() + totals.text();
        }
    }

    /** The address that the process prints once it is ready. */
    private static String urlOf(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder printed = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            printed.append(line).append('\n');
            if (line.strip().startsWith("Page")) {
                return line.replaceAll(".*(http://\\S+?)/?$", "$1");
            }
        }
        throw new AssertionError("It ended before it was ready:\n" + printed);
    }

    private static String recordedAt(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(url + "/api/announcements?register=true"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(ANNOUNCEMENT))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
            return response.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        }
    }
}
