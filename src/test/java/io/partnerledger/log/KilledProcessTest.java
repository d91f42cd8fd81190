package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was acknowledged is there after the process was killed, and after its disk failed. {@code
 * -Dlog.kill.rounds=50} kills more often, {@code -Dlog.kill.seed} at the same points again.
 */
class KilledProcessTest {

    private static final int ROUNDS = Integer.getInteger("log.kill.rounds", 3);
    private static final long SEED = Long.getLong("log.kill.seed", System.nanoTime());

    private static final Pattern ACKNOWLEDGED = Pattern.compile("acknowledged (\\S+) at (\\d+)\\.");

    @TempDir
    Path folder;

    private final Map<String, Long> acknowledged = new HashMap<>();

    @Test
    void everythingAcknowledgedIsThereAfterAKill() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Process process = start(command());
            try (BufferedReader lines = process.inputReader()) {
                takeNote(lines, random.nextInt(1500));
                process.toHandle().destroyForcibly();
                takeNote(lines, Integer.MAX_VALUE);
            }
            assertThat(process.waitFor()).isEqualTo(128 + 9);
            assertThatAllIsThere(round);
        }
    }

    @Test
    void everythingAcknowledgedIsThereAfterTheDiskFailed() throws Exception {
        // No file may grow beyond a few megabytes: the write-ahead log fails in the middle of a commit.
        List<String> limited = List.of("sh", "-c", "ulimit -f 6000; exec \"$@\"", "sh");
        List<String> command = new ArrayList<>(limited);
        command.addAll(command());
        Process process = start(command);
        List<String> rest;
        try (BufferedReader lines = process.inputReader()) {
            rest = takeNote(lines, Integer.MAX_VALUE);
        }

        assertThat(process.waitFor()).isZero();
        assertThat(acknowledged).isNotEmpty();
        assertThat(rest).contains("failed OutcomeUnknown", "failed LogReadOnly");
        int readable = Integer.parseInt(rest.getLast().substring("read ".length()));
        assertThat(readable).isGreaterThanOrEqualTo(2 * acknowledged.size());
        assertThatAllIsThere(0);
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AppendsUntilKilled.class.getName(),
                folder.resolve("ledger.db").toString());
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * Notes what is acknowledged, up to a number of lines, and answers the other lines. A torn last line is no
     * acknowledgement.
     */
    private List<String> takeNote(BufferedReader lines, int count) throws IOException {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String line = lines.readLine();
            if (line == null) {
                break;
            }
            Matcher matcher = ACKNOWLEDGED.matcher(line);
            if (matcher.matches()) {
                acknowledged.put(matcher.group(1), Long.valueOf(matcher.group(2)));
            } else {
                others.add(line);
            }
        }
        return others;
    }

    private void assertThatAllIsThere(int round) throws IOException {
        LogOptions options = LogOptions.defaults();
        try (EventLog log = EventLog.open(
                SqliteLogStore.open(folder.resolve("ledger.db"), options), InstantSource.system(), options)) {
            List<StoredEvent> events = log.read(-1, Integer.MAX_VALUE);
            assertThat(events.size() % 2).as("half an append").isZero();
            assertThat(events.size() - 2L * acknowledged.size())
                    .as("unacknowledged events")
                    .isLessThanOrEqualTo(2L * AppendsUntilKilled.CALLERS * (round + 1));
            acknowledged.forEach((id, position) -> {
                assertThat(events.get(position.intValue()).id())
                        .as("seed %d round %d", SEED, round)
                        .isEqualTo(id);
                assertThat(events.get(position.intValue() + 1).stream()).isEqualTo(id);
            });
            assertThat(acknowledged.keySet())
                    .allSatisfy(id -> assertThat(log.key("k", id)).isPresent());
        }
    }
}
