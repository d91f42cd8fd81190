package io.partnerledger.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * A command that asks a ledger: the one at {@code --url}, else the one that serves this home, else one started for the
 * time of the command.
 */
@Command(version = PartnerLedger.VERSION)
abstract class Connected implements Callable<Integer> {

    @ParentCommand
    @Nullable
    PartnerLedger program;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--url", description = "Ask the ledger at this address.")
    @Nullable
    URI url;

    @Option(
            names = "--home",
            description = "The ledger's folder (default: $LEDGER_HOME, else .partner-ledger in the home folder).")
    @Nullable
    Path home;

    @Option(names = "--json", description = "Answer in JSON.")
    boolean json;

    /** Does the work against a ledger and answers the exit code. */
    abstract int ask(Ledger ledger) throws IOException, InterruptedException;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (url != null) {
            return ask(new Ledger(address(url)));
        }
        Path folder = home == null ? defaultHome() : home;
        Optional<Ledger> running = Ledger.serving(folder);
        if (running.isPresent()) {
            return ask(running.get());
        }
        try (ConfigurableApplicationContext context = parent().startServer(
                        "--server.port=0",
                        "--ledger.home=" + folder,
                        "--ledger.quiet=true",
                        // The log goes where answers go, and nothing but the answer belongs there.
                        "--logging.level.root=off")) {
            String port = context.getEnvironment().getProperty("local.server.port");
            return ask(new Ledger(URI.create("http://127.0.0.1:" + port)));
        }
    }

    private URI address(URI given) {
        boolean isOnTheWeb = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
        if (isOnTheWeb && given.getHost() != null && given.getQuery() == null && given.getFragment() == null) {
            return given;
        }
        throw new ParameterException(
                known().commandLine(),
                "Invalid value for option '--url': write the address of a ledger as in http://localhost:8080, not "
                        + given);
    }

    private CommandSpec known() {
        if (spec == null) {
            throw new IllegalStateException("A command runs once it is read");
        }
        return spec;
    }

    void print(String text) {
        known().commandLine().getOut().println(text);
        known().commandLine().getOut().flush();
    }

    void complain(String text) {
        known().commandLine().getErr().println(text);
    }

    private PartnerLedger parent() {
        if (program == null) {
            throw new IllegalStateException("A command runs below the program");
        }
        return program;
    }

    private static Path defaultHome() {
        String given = System.getenv("LEDGER_HOME");
        return given == null || given.isBlank()
                ? Path.of(System.getProperty("user.home"), ".partner-ledger")
                : Path.of(given);
    }
}
