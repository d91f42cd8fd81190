package io.partnerledger.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the ledger against raw JDBC and stock Axon, by turns, in one process.")
final class Bench implements Callable<Integer> {

    private static final Map<String, Mode> MODES = modes();

    private final PrintStream out;

    @Parameters(
            paramLabel = "MODE",
            description = "append, import, rebuild, freshness, query, start, fold or scale; all of them by default")
    private List<String> modes = new ArrayList<>();

    @Option(names = "--store", split = ",", description = "sqlite, postgres; both by default")
    private List<Store> stores = List.of(Store.values());

    @Option(names = "--rounds", description = "rounds that count; one more warms up")
    private int rounds;

    @Option(names = "--events", description = "how many events a mode works on")
    private long events;

    @Option(names = "--clients", description = "how many clients work at once")
    private int clients;

    @Option(names = "--seconds", description = "how long one measurement takes")
    private double seconds;

    @Option(names = "--seed", description = "of the data and of the order (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--dir", description = "where databases are made, and deleted (default: java.io.tmpdir)")
    private @Nullable Path folder;

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
                .execute(args));
    }

    private Bench(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Path parent = folder == null ? Path.of(System.getProperty("java.io.tmpdir")) : folder;
        Settings settings = new Settings(stores, rounds, events, clients, seconds, seed, parent);
        Report report = new Report();
        try (Scratch scratch = Scratch.in(parent)) {
            for (String name : modes.isEmpty() ? MODES.keySet() : modes) {
                Mode mode = MODES.get(name);
                if (mode == null) {
                    System.err.println(
                            "No mode is called " + name + "; there are " + String.join(", ", MODES.keySet()));
                    return CommandLine.ExitCode.USAGE;
                }
                for (Store store : stores) {
                    mode.measure(settings, store, scratch, report);
                }
            }
        }
        if (json) {
            report.json(out);
        } else {
            report.table(out);
        }
        return CommandLine.ExitCode.OK;
    }
}
