package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

/** What a start finds of a log that is served all the same. */
@ExtendWith(OutputCaptureExtension.class)
class StartWarningsTest {

    @TempDir
    Path home;

    @BeforeEach
    void fill() {
        start();
    }

    private void start() {
        RunningLedger.start("--ledger.home=" + home).close();
    }

    @Test
    void saysThatTheClockIsBehindTheLog(CapturedOutput output) throws Exception {
        start();
        assertThat(output).doesNotContain("The clock says");

        change("UPDATE log_event SET recorded_at = recorded_at + 600000000000000 WHERE position = 129");
        start();

        assertThat(output).contains("The clock says", "and the newest event was recorded at 20");
    }

    @Test
    void saysHowMuchOfTheLogIsGone(CapturedOutput output) throws Exception {
        change("DELETE FROM log_event WHERE position > 120");
        start();

        assertThat(output).contains("It has come to position 129, and the log ends at 120:", "ledger.db together with");
    }

    /** A journal in its place would be taken for it. */
    @Test
    void refusesAnEmptyLogBesideViewsOfALongerOne(CapturedOutput output) throws Exception {
        Files.delete(home.resolve("ledger.db"));

        assertThatThrownBy(this::start).isNotNull();

        assertThat(output).contains("The log is empty, and the views beside it tell of 130 events. Put the log back");
        FileSystemUtils.deleteRecursively(home.resolve("views"));
        start();
    }

    @Test
    void buildsTheViewsOfTheLogThatWasPutInPlaceOfAnother(CapturedOutput output) throws Exception {
        Path copy = Files.createDirectory(home.resolve("copy"));
        Files.copy(home.resolve("ledger.db"), copy.resolve("ledger.db"));
        register(home, "Only Here");
        register(copy, "Only There");
        Files.copy(copy.resolve("ledger.db"), home.resolve("ledger.db"), StandardCopyOption.REPLACE_EXISTING);

        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home)) {
            assertThat(ledger.get("/api/organizations/only-there").status()).isEqualTo(200);
            assertThat(ledger.get("/api/organizations/only-here").status()).isEqualTo(404);
        }
        assertThat(output).contains("tells of other events than the log has");
    }

    private static void register(Path home, String name) {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home)) {
            assertThat(ledger.post("/api/organizations", "{\"name\":\"" + name + "\"}")
                            .status())
                    .isEqualTo(201);
            ledger.get("/api/organizations/anthropic?minPosition=130");
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP TRIGGER log_event_is_never_changed");
            statement.executeUpdate("DROP TRIGGER log_event_is_never_deleted");
            statement.executeUpdate(sql);
        }
    }
}
