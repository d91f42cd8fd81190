package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.partnerledger.cli.PartnerLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands, each in a home where nothing runs: they start a ledger for as long as they need it. */
class CommandLineTest {

    private static final String ANNOUNCEMENT = """
        {"announcedOn":"2026-05-08","source":{"publisher":"The Paper","title":"Chips","tier":"named-reporting"},
         "statements":[{"kind":"partner-added","subject":"Anthropic","partner":"Example Chips","roles":["cloud-provider"]}]}\
        """;

    @TempDir
    Path home;

    record Ran(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }

    @Test
    void showsTheRosterAsATableAndAsJson() {
        assertThat(run("roster", "anthropic").out())
                .contains("partner", "SpaceX", "cloud-provider", "2026-05")
                .contains("as known at position 129");
        assertThat(run("roster", "anthropic", "--json").json().path("partners")).hasSize(21);
        Ran before = run("roster", "anthropic", "--json", "--as-of", "position:8");
        assertThat(before.json().path("partners")).hasSize(1);
    }

    @Test
    void showsTheTotals() {
        assertThat(run("totals", "anthropic").out()).contains("45,000,000,000", "convertible-note", "undisclosed");
    }

    @Test
    void showsTheDealsAndTheTimeline() {
        assertThat(run("deals", "spacex").out()).contains("anthropic", "purchase", "45,000,000,000");
        assertThat(run("deals", "anthropic").out()).contains("undisclosed");
        Ran page = run("timeline", "spacex", "--limit=2", "--valid-at=2026-11-23");
        assertThat(page.out()).contains("announced", "2026-05", "standing", "SpaceX", "More: --cursor=");
        String cursor = page.out().strip().replaceAll("(?s).*--cursor=", "");
        assertThat(run("timeline", "spacex", "--cursor=" + cursor, "--json")
                        .json()
                        .path("items"))
                .isNotEmpty();
        assertThat(run("timeline", "--order=backwards").code()).isEqualTo(1);
        assertThat(run("timeline", "spacex", "--order=recorded", "--as-of=position:129")
                        .out())
                .contains("125  ranking  ", "as known at position 129");
    }

    @Test
    void showsTheTotalsInOneCurrencyWhereThereAreRates() throws Exception {
        Path rates = Files.createDirectories(home.resolve("ledger").resolve("rates"));
        Files.writeString(rates.resolve("ecb.csv"), "Date,USD,\n2022-02-01,1.25,\n");
        Ran totals = run("totals", "anthropic", "--currency=EUR", "--json");
        assertThat(totals.code()).as(totals.err()).isZero();
        assertThat(totals.json().path("rates").path("currency").asString()).isEqualTo("EUR");
        assertThat(totals.json().path("rates").path("missing").size()).isPositive();
        assertThat(run("totals", "anthropic", "--currency=EURO").code()).isEqualTo(1);
    }

    @Test
    void recordsFromAFileAndSaysWhatIsWrong() throws Exception {
        Path file = home.resolve("announcement.json");
        Files.writeString(file, ANNOUNCEMENT);
        Ran refused = run("record", file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("/statements/0/partner", "Example Chips");

        Ran recorded = run("record", file.toString(), "--register", "--json");
        assertThat(recorded.code()).isZero();
        assertThat(recorded.json().path("position").asLong()).isEqualTo(131);
        assertThat(run("roster", "anthropic").out()).contains("Example Chips");
    }

    @Test
    void replaysAndComparesWithTheLiveView() {
        Ran replayed = run("replay");
        assertThat(replayed.code()).isZero();
        assertThat(replayed.out()).startsWith("130 events replayed. The rebuilt state equals the live one.");
    }

    @Test
    void namesTheRowsThatDifferAfterAReplay() throws Exception {
        Path other = home.resolve("other");
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + other)) {
            try (Connection views = DriverManager.getConnection("jdbc:sqlite:" + other.resolve("views/standing-1.db"));
                    Statement statement = views.createStatement()) {
                statement.executeUpdate("UPDATE organization_name SET name = 'x' WHERE name_key = 'google'");
            }
            assertThat(run("replay", "--url=" + ledger.url()).out())
                    .contains("differs: 0 rows only live, 0 only rebuilt, 1 changed.")
                    .contains("  organization_name google: not the same in both");
            Ran late = run("replay", "--cancel", "--url=" + ledger.url());
            assertThat(late.code()).isEqualTo(1);
            assertThat(late.out()).startsWith("No rebuild of standing is running any more; ");
        }
    }

    @Test
    void tellsRefusedFromMisused() {
        Ran unknown = run("roster", "antropic");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("Did you mean anthropic?");
        assertThat(run("roster", "anthropic", "--as-of", "position:999").code()).isEqualTo(1);
        assertThat(run("roster", "--what").code()).isEqualTo(2);
        assertThat(run("frobnicate").code()).isEqualTo(2);
        assertThat(run("--json", "totals", "google").code()).isEqualTo(2);
        assertThat(run("--hlep").err()).contains("Unknown option: '--hlep'", "--help");
        assertThat(run("serve", "--prot=9090").code()).isEqualTo(2);
        assertThat(run("serve", "--help").out()).contains("--server.port=N");
        Ran nobodys = run("roster");
        assertThat(nobodys.code()).isEqualTo(2);
        assertThat(nobodys.err()).contains("Missing required parameter: 'SUBJECT'");
        assertThat(run("roster", "--help").out()).contains(" SUBJECT").doesNotContain("[SUBJECT]");
        for (String whole : List.of("totals", "deals", "timeline")) {
            assertThat(run(whole, "--help").out()).contains("[SUBJECT]");
        }
        for (String command : List.of("serve", "record", "roster", "totals", "deals", "timeline", "replay")) {
            assertThat(run(command, "--version").out()).as(command).startsWith("partner-ledger ");
        }
        assertThat(run("--help").out()).contains("serve", "record", "roster", "totals", "deals", "timeline", "replay");
    }

    @Test
    void saysOfAFileThatItIsNotThereOrNoText() throws Exception {
        assertThat(run("record", "nowhere.json").err()).isEqualTo("There is no file nowhere.json\n");
        Path picture = Files.write(home.resolve("picture"), new byte[] {(byte) 0xff, (byte) 0xd8});
        assertThat(run("record", picture.toString()).err())
                .isEqualTo("The file " + picture + " is not written in UTF-8\n");
        assertThat(run("record", home.toString()).err()).contains("The file " + home + " cannot be read: ");
        assertThat(home.resolve("ledger")).as("started for nothing").doesNotExist();
    }

    @Test
    void saysThatNothingAnswersAtAnAddressAndHowOneIsWritten() {
        Ran nobody = run("totals", "--url=http://localhost:1");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err())
                .startsWith("Nothing answers at http://localhost:1. ")
                .contains("serve", "--url");
        for (String address :
                List.of("localhost:9431", "localhost/", "ftp://localhost", "http://localhost/?subject=x")) {
            Ran misused = run("totals", "--url=" + address);
            assertThat(misused.code()).isEqualTo(2);
            assertThat(misused.err())
                    .startsWith("Invalid value for option '--url'")
                    .contains("as in http://localhost:8080, not " + address);
        }
    }

    @Test
    void asksALedgerBelowTheAddressThatIsGiven() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer proxy = answeringEverything(asked::add);
        try {
            String url = "http://127.0.0.1:" + proxy.getAddress().getPort() + "/ledgers/ours/";
            Ran foreign = run("totals", "google", "--url=" + url);
            assertThat(asked).containsExactly("/ledgers/ours/api/totals?subject=google");
            assertThat(foreign.err()).contains("What answers there is no ledger: status 200");
        } finally {
            proxy.stop(0);
        }
    }

    @Test
    void saysInTermsOfCommandsThatNoRebuildHasRun() {
        for (String option : List.of("--cancel", "--follow")) {
            Ran none = run("replay", option);
            assertThat(none.code()).isEqualTo(1);
            assertThat(none.err()).isEqualTo("No rebuild of standing has run; partner-ledger replay starts one\n");
        }
        assertThat(run("replay", "--cancel", "--projection=sitting").err())
                .contains("No projection is called sitting; there is standing");
    }

    @Test
    void servesWithoutACommandAndWithOptionsAlone() {
        assertThat(PartnerLedger.asksToServe(new String[0])).isTrue();
        assertThat(PartnerLedger.asksToServe(new String[] {"--server.port=0"})).isTrue();
        assertThat(PartnerLedger.asksToServe(new String[] {"serve", "--server.port=0"}))
                .isTrue();
        assertThat(PartnerLedger.asksToServe(new String[] {"--ledger.home=x", "serve", "--debug"}))
                .isTrue();
        assertThat(PartnerLedger.serverArguments(new String[] {"--ledger.home=x", "serve", "--server.port=0"}))
                .containsExactly("--ledger.home=x", "--server.port=0");
    }

    @Test
    void servesForNoOptionThatIsNotTheServers() {
        for (String line : List.of(
                "roster",
                "--help",
                "--hlep",
                "--json totals google",
                "--ledger.home=x totals google",
                "--server.port=0 --help",
                "serve --prot=9090",
                "serve --url=http://example.org",
                "serve roster")) {
            assertThat(PartnerLedger.asksToServe(line.split(" "))).as(line).isFalse();
        }
    }

    @Test
    void asksALedgerThatListensOnAnIpv6Address() throws Exception {
        try (ConfigurableApplicationContext _ = new SpringApplication(PartnerLedgerApplication.class)
                .run(
                        "--server.port=0",
                        "--server.address=::ffff:127.0.0.1",
                        "--ledger.journal=none",
                        "--ledger.home=" + home.resolve("ledger"))) {
            assertThat(Files.readString(home.resolve("ledger").resolve("server.url")))
                    .startsWith("http://[::ffff:127.0.0.1]:");
            assertThat(run("totals", "--json").json().path("position").asLong()).isEqualTo(-1);
        }
    }

    /** Nobody can open an address that stands for all of them. */
    @Test
    void whoListensEverywhereIsAnnouncedAsHere() throws Exception {
        try (ConfigurableApplicationContext _ = new SpringApplication(PartnerLedgerApplication.class)
                .run(
                        "--server.port=0",
                        "--server.address=0.0.0.0",
                        "--ledger.journal=none",
                        "--ledger.home=" + home.resolve("ledger"))) {
            assertThat(Files.readString(home.resolve("ledger").resolve("server.url")))
                    .startsWith("http://localhost:");
        }
    }

    @Test
    void startsALedgerWhereTheAddressOfTheLastOneIsNone() throws Exception {
        Path mine = Files.createDirectories(home.resolve("ledger")).toRealPath();
        Files.writeString(mine.resolve("server.url"), "http://::1:8080\na run\n" + mine + "\n");
        assertThat(run("totals", "--json").json().path("position").asLong()).isEqualTo(129);
    }

    @Test
    void recordsInItsOwnHomeThoughALedgerOfAnotherListensWhereTheKilledOneDid() throws Exception {
        Path mine = home.resolve("ledger");
        String left = noteOfALedgerIn(mine);
        Path file = Files.writeString(home.resolve("announcement.json"), ANNOUNCEMENT);
        try (RunningLedger other =
                RunningLedger.start("--ledger.journal=none", "--ledger.home=" + home.resolve("other"))) {
            Files.writeString(
                    mine.resolve("server.url"),
                    left.replaceFirst("http://.*", other.url().toString()));
            assertThat(run("record", file.toString(), "--register").out()).contains("at position 131.");
            assertThat(other.get("/api/events").text()).isEmpty();
            assertThat(other.get(
                                    "/api/events",
                                    "Ledger-Run",
                                    left.lines().toList().get(1))
                            .json()
                            .path("code")
                            .asString())
                    .isEqualTo("misdirected-request");
        }
    }

    @Test
    void recordsInACopyOfAHomeAndNotInTheLedgerThatServesTheOriginal() throws Exception {
        Path file = Files.writeString(home.resolve("announcement.json"), ANNOUNCEMENT);
        Path original = home.resolve("original");
        Path copy = Files.createDirectories(home.resolve("ledger"));
        try (ConfigurableApplicationContext _ = new SpringApplication(PartnerLedgerApplication.class)
                .run("--server.port=0", "--ledger.journal=none", "--ledger.home=" + original)) {
            Files.copy(original.resolve("server.url"), copy.resolve("server.url"));
            assertThat(run("record", file.toString(), "--register").out()).contains("at position 131.");
        }
        try (RunningLedger ledger = RunningLedger.start("--ledger.journal=none", "--ledger.home=" + original)) {
            assertThat(ledger.get("/api/events").text()).isEmpty();
        }
    }

    @Test
    void tellsByItsCodeThatTheAnswerCouldNotBeWritten() {
        PrintStream out = System.out;
        try {
            System.setOut(new PrintStream(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("No space left on device");
                }
            }));
            String[] command = {"roster", "anthropic", "--home=" + home.resolve("ledger")};
            assertThat(PartnerLedger.run(
                            command, options -> new SpringApplication(PartnerLedgerApplication.class).run(options)))
                    .isEqualTo(1);
        } finally {
            System.setOut(out);
        }
    }

    @Test
    void takesNoProgramThatAnswersEverythingForTheLedger() throws Exception {
        String left = noteOfALedgerIn(home.resolve("ledger"));
        HttpServer other = answeringEverything(_ -> {});
        try {
            Files.writeString(
                    home.resolve("ledger").resolve("server.url"),
                    left.replaceFirst(
                            "http://.*",
                            "http://127.0.0.1:" + other.getAddress().getPort()));
            assertThat(run("totals", "--json").json().path("position").asLong()).isEqualTo(129);
        } finally {
            other.stop(0);
        }
    }

    /** A program that hands out a page for whatever is asked, and is no ledger. */
    private static HttpServer answeringEverything(Consumer<String> asked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.accept(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }

    /** What a ledger leaves that is killed while it serves. */
    private static String noteOfALedgerIn(Path folder) throws Exception {
        try (ConfigurableApplicationContext _ = new SpringApplication(PartnerLedgerApplication.class)
                .run("--server.port=0", "--ledger.home=" + folder)) {
            return Files.readString(folder.resolve("server.url"));
        }
    }

    private Ran run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        boolean asksALedger =
                arguments.length > 0 && !arguments[0].startsWith("-") && !arguments[0].equals("frobnicate");
        all[arguments.length] = "--home=" + home.resolve("ledger");
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream capturedOut = new ByteArrayOutputStream();
        ByteArrayOutputStream capturedErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(capturedOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(capturedErr, true, StandardCharsets.UTF_8));
            int code = PartnerLedger.run(
                    asksALedger ? all : arguments,
                    options -> new SpringApplication(PartnerLedgerApplication.class).run(options));
            return new Ran(
                    code, capturedOut.toString(StandardCharsets.UTF_8), capturedErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
