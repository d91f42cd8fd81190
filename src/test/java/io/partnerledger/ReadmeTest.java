package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.ShownCommands.Shown;
import io.partnerledger.cli.PartnerLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the README shows is what happens. Every command in its console blocks is run, in order, against one new ledger,
 * and prints the lines that follow it; {@code ...} in a line stands for whatever differs from run to run.
 * {@code mvn test -Dtest=ReadmeTest -Dreadme=apply} writes what is printed into the README.
 */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final String URL_SHOWN = "http://localhost:8080";
    private static final String HOME_SHOWN = "/home/you/.partner-ledger";

    @TempDir
    Path home;

    @Test
    void everyCommandPrintsWhatIsShown() throws IOException {
        String readme = Files.readString(README);
        List<String> lines = new ArrayList<>(readme.lines().toList());
        List<Shown> commands = ShownCommands.in(lines);
        assertThat(commands).isNotEmpty();
        List<List<String>> printed = new ArrayList<>();
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home)) {
            for (Shown command : commands) {
                List<String> output = run(ledger, command.words());
                printed.add(command.matches(output) ? command.output() : output);
            }
        }
        for (int i = commands.size() - 1; i >= 0; i--) {
            List<String> shown =
                    lines.subList(commands.get(i).from(), commands.get(i).to());
            shown.clear();
            shown.addAll(printed.get(i));
        }
        String asPrinted = String.join("\n", lines) + "\n";
        if ("apply".equals(System.getProperty("readme"))) {
            Files.writeString(README, asPrinted);
        } else {
            assertThat(readme).isEqualTo(asPrinted);
        }
    }

    /** What a thread of another test logs later is no part of what is said. */
    @Test
    void theProgramSaysWhereItsPageItsApiAndItsDataAre() throws IOException {
        String end = "-- said --";
        AtomicReference<String> listens = new AtomicReference<>("");
        String output = printedBy(() -> {
            ConfigurableApplicationContext context = new SpringApplication(PartnerLedgerApplication.class)
                    .run("--server.port=0", "--ledger.journal=none", "--ledger.home=" + home);
            System.out.println(end);
            listens.set(context.getEnvironment().getRequiredProperty("local.server.port"));
            context.close();
        });
        String banner = output.substring(output.indexOf("Partner Ledger is ready."), output.indexOf(end))
                .replace(":" + listens.get(), ":8080")
                .replace(home.toString(), HOME_SHOWN)
                .strip();
        assertThat(banner.lines()).hasSize(4);
        assertThat(Files.readString(README)).contains("```sh\nmvn spring-boot:run\n```", banner + "\n```");
    }

    @Test
    void theBuildServerRunsTheTestCommandThatIsShown() throws IOException {
        assertThat(Files.readString(README)).contains("```sh\nmvn verify\n```");
        assertThat(Files.readAllLines(Path.of(".ci/run"))).containsOnlyOnce("mvn verify");
        assertThat(Path.of(".ci/run")).isExecutable();
    }

    private static List<String> run(RunningLedger ledger, List<String> words) {
        String output = switch (words.getFirst()) {
            case "curl" -> curl(ledger, words.subList(1, words.size()));
            case "partner-ledger" -> program(ledger, words.subList(1, words.size()));
            default -> throw new IllegalArgumentException("Nothing here runs " + words);
        };
        return output.stripTrailing().lines().map(String::stripTrailing).toList();
    }

    private static String program(RunningLedger ledger, List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        boolean asks = !words.contains("--help");
        if (asks) {
            arguments.addAll(1, List.of("--url", ledger.url().toString()));
        }
        return printedBy(() -> PartnerLedger.run(arguments.toArray(String[]::new), _ -> {
                    throw new IllegalStateException("The ledger is running already");
                }))
                .replace(ledger.url().toString(), URL_SHOWN);
    }

    /** The options of curl that the README uses. */
    private static String curl(RunningLedger ledger, List<String> words) {
        List<String> headers = new ArrayList<>();
        String method = "GET";
        String body = "";
        String path = "";
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-s" -> {}
                case "-X" -> method = words.get(++i);
                case "-H" -> headers.addAll(List.of(words.get(++i).split(": ", 2)));
                case "-d" -> {
                    body = words.get(++i);
                    method = "POST";
                }
                default -> {
                    assertThat(words.get(i)).startsWith(URL_SHOWN + "/");
                    path = words.get(i).substring(URL_SHOWN.length());
                }
            }
        }
        return ledger.send(ledger.request(path, headers.toArray(String[]::new))
                        .method(method, BodyPublishers.ofString(body))
                        .build())
                .text();
    }

    private static String printedBy(Runnable action) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            action.run();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
