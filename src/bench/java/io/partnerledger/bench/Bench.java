package io.partnerledger.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures the ledger against raw JDBC and stock Axon on this machine and says which of its goals are reached. What is
 * compared runs by turns in one process; ratios travel between machines, absolute figures do not.
 */
@Command(name = "bench", description = "Measures the ledger against raw JDBC and stock Axon, by turns, in one process.")
final class Bench implements Callable<Integer> {

    private static final Map<String, Mode> MODES = modes();

    private final PrintStream out;

    @Parameters(
            paramLabel = "MODE",
            description = "append, import, rebuild, freshness, query, start, fold or scale; all of them by default")
    private List<String> modes = new ArrayList<>();

    @Option(names = "--store", split = ",", description = "sqlite, postgres; both by default")
    private List<Store> stores = List.of(Store.values());

    @Option(names = "--rounds", description = "rounds that count, after those that warm up")
    private @Nullable Integer rounds;

    @Option(names = "--events", description = "how many events a mode works on")
    private @Nullable Long events;

    @Option(names = "--clients", description = "how many clients work at once")
    private @Nullable Integer clients;

    @Option(names = "--seconds", description = "how long one measurement takes")
    private @Nullable Double seconds;

    @Option(names = "--seed", description = "of the data and of the order (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--dir", description = "where databases are made, and deleted (default: java.io.tmpdir)")
    private @Nullable Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(names = "--json", description = "the result as JSON")
    private boolean json;

    private static Map<String, Mode> modes() {
        Map<String, Mode> all = new LinkedHashMap<>();
        all.put("append", new AppendMode());
        all.put("query", new QueryMode());
        all.put("import", new ImportMode());
        all.put("fold", new FoldMode());
        all.put("rebuild", new RebuildMode());
        all.put("freshness", new FreshnessMode());
        all.put("start", new StartMode());
        all.put("scale", new ScaleMode());
        return all;
    }

    public static void main(String[] args) throws InterruptedException {
        // What the libraries print goes elsewhere: standard output is for the result.
        PrintStream result = System.out;
        System.setOut(System.err);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        if (args.length > 0 && args[0].equals(SmallHeap.COMMAND)) {
            System.exit(SmallHeap.run(List.of(args).subList(1, args.length)));
        }
        System.exit(new CommandLine(new Bench(result))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(result, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((e, _) -> complain(e, CommandLine.ExitCode.USAGE))
                .setExecutionExceptionHandler((e, _, _) -> complain(e, CommandLine.ExitCode.SOFTWARE))
                .execute(args));
    }

    private static int complain(Exception e, int exitCode) {
        System.err.println(e.getMessage() == null ? e.toString() : e.getMessage());
        return exitCode;
    }

    private Bench(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = new Settings(stores.stream().distinct().toList(), rounds, events, clients, seconds, seed);
        String fault = fault(settings);
        if (fault != null) {
            System.err.println(fault);
            return CommandLine.ExitCode.USAGE;
        }
        Path parent = folder == null ? Path.of(System.getProperty("java.io.tmpdir")) : folder;
        Scratch made;
        try {
            made = Scratch.in(parent);
        } catch (IOException e) {
            System.err.println("No databases can be made in " + parent + ": " + e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        Report report = new Report();
        try (Scratch scratch = made) {
            measure(settings, scratch, report);
        } finally {
            // What was measured before something failed is not lost.
            if (json) {
                report.json(settings, out);
            } else {
                report.table(out);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    /** What is wrong with what was asked for, before anything is measured. */
    private @Nullable String fault(Settings settings) {
        for (String mode : names()) {
            if (!MODES.containsKey(mode)) {
                return "No mode is called " + mode + "; there are " + String.join(", ", MODES.keySet());
            }
        }
        if (isBelowOne(rounds) || isBelowOne(events) || isBelowOne(clients)) {
            return "Of rounds, events and clients there is 1 at least";
        }
        if (seconds != null && !(seconds > 0)) {
            return "A measurement takes more than 0 seconds";
        }
        for (String mode : names()) {
            String refusal = mode(mode).refusal(settings);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private Set<String> names() {
        return modes.isEmpty() ? MODES.keySet() : new LinkedHashSet<>(modes);
    }

    private static Mode mode(String name) {
        return Objects.requireNonNull(MODES.get(name));
    }

    private static boolean isBelowOne(@Nullable Number number) {
        return number != null && number.longValue() < 1;
    }

    private void measure(Settings settings, Scratch scratch, Report report) {
        for (String name : names()) {
            for (Store store : settings.stores()) {
                try {
                    mode(name).measure(settings, store, scratch, report);
                } catch (Exception e) {
                    String why = e.getMessage() == null ? e.toString() : e.getMessage();
                    throw new IllegalStateException(name + " on " + store + " failed: " + why, e);
                }
            }
        }
    }
}
