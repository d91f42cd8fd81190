package io.partnerledger.bench;

import io.partnerledger.replay.Progress.State;
import io.partnerledger.replay.Rebuilds;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A rebuild in a process of its own that has little memory, on a database that is filled and that nobody serves. */
final class SmallHeap {

    static final String COMMAND = "rebuild-once";

    private static final Duration PATIENCE = Duration.ofHours(1);

    private SmallHeap() {}

    /** Whether a process with this much memory comes to the end of a rebuild. */
    static boolean rebuilds(Scratch scratch, Database database, int megabytes)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-Xm") && !option.startsWith("-XX:StartFlightRecording"))
                .forEach(command::add);
        command.add("-Xmx" + megabytes + "m");
        String path = System.getProperty("java.class.path");
        command.addAll(
                path.endsWith(".jar") && !path.contains(File.pathSeparator)
                        ? List.of("-jar", path)
                        : List.of("-cp", path, Bench.class.getName()));
        command.add(COMMAND);
        command.addAll(database.programOptions());
        return scratch.run(new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT))
                == 0;
    }

    /** What that process does; it answers how it ends. */
    static int run(List<String> programOptions) throws InterruptedException {
        try (LedgerProgram ledger = LedgerProgram.on(programOptions)) {
            if (!ledger.live().await(ledger.log().head(), PATIENCE)) {
                return 1;
            }
            Rebuilds rebuilds = ledger.bean(Rebuilds.class);
            var _ = rebuilds.start().orElseThrow();
            rebuilds.join();
            return rebuilds.latest().orElseThrow().state() == State.DONE ? 0 : 1;
        }
    }
}
