package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine of one processor has one carrier for all virtual threads, which whoever commits holds. */
class OneCarrierTest {

    @TempDir
    Path folder;

    @Test
    void appendsOfManyVirtualThreadsShareCommitsThereToo() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Djdk.virtualThreadScheduler.parallelism=1",
                        "-Djdk.virtualThreadScheduler.maxPoolSize=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendsOnOneCarrier.class.getName(),
                        folder.resolve("ledger.db").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        String[] figures;
        try (BufferedReader lines = process.inputReader()) {
            figures = lines.lines().toList().getLast().split(" ");
        }
        assertThat(process.waitFor()).isZero();
        assertThat(figures[0]).isEqualTo("640");
        assertThat(Integer.parseInt(figures[1])).as("groups").isLessThan(640 / 4);
    }
}
