package io.partnerledger.cli;

import io.partnerledger.platform.StartFailure;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code partner-ledger serve | record | roster | totals | deals | timeline | replay}. */
@Command(
        name = "partner-ledger",
        description = "An event-sourced ledger of partnership announcements.",
        mixinStandardHelpOptions = true,
        version = PartnerLedger.VERSION,
        synopsisSubcommandLabel = "(serve | record | roster | totals | deals | timeline | replay)",
        subcommands = {
            PartnerLedger.Serve.class,
            RecordCommand.class,
            RosterCommand.class,
            TotalsCommand.class,
            DealsCommand.class,
            TimelineCommand.class,
            ReplayCommand.class
        })
public final class PartnerLedger {

    static final String VERSION = "partner-ledger 0.1.0";

    /** Nothing went wrong; it was refused; the command was not understood. */
    static final int OK = 0;

    static final int REFUSED = 1;
    static final int USAGE = 2;

    private static final String SERVE = "serve";

    /** Every property has a dot in its name, apart from Spring's two switches. */
    private static final Pattern SERVER_OPTION = Pattern.compile("--(debug|trace|[^=]+\\..*)");

    private final Function<String[], ConfigurableApplicationContext> server;

    private PartnerLedger(Function<String[], ConfigurableApplicationContext> server) {
        this.server = server;
    }

    /** Here only so that the help names it: the program serves before the command line is read. */
    @Command(
            name = SERVE,
            description =
                    "Serve the page and the API (the default). Takes --server.port=N, --ledger.journal=none|PATH.",
            mixinStandardHelpOptions = true,
            version = VERSION)
    static final class Serve implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("serve is started before the command line is read");
        }
    }

    /** Whether these arguments ask for a server: {@code serve} or no command, with no options but the server's. */
    public static boolean asksToServe(String[] args) {
        return Arrays.stream(serverArguments(args))
                .allMatch(option -> SERVER_OPTION.matcher(option).matches());
    }

    /** The arguments that are the server's. */
    public static String[] serverArguments(String[] args) {
        return Arrays.stream(args).filter(arg -> !arg.equals(SERVE)).toArray(String[]::new);
    }

    /** Runs one command and answers its exit code; {@code server} starts a server where none is running. */
    public static int run(String[] args, Function<String[], ConfigurableApplicationContext> server) {
        CommandLine line = new CommandLine(new PartnerLedger(server))
                .setExecutionExceptionHandler((failure, command, _) -> {
                    command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
                    return REFUSED;
                });
        int code = line.execute(args);
        // Such as a disk that is full: whoever goes on with the answer has less than all of it.
        boolean isLost = line.getOut().checkError() || System.out.checkError();
        return code == OK && isLost ? REFUSED : code;
    }

    ConfigurableApplicationContext startServer(String... options) {
        try {
            return server.apply(options);
        } catch (RuntimeException failure) {
            throw new IllegalStateException(StartFailure.told(failure), failure);
        }
    }
}
