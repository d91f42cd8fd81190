package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.partnerledger.cli.PartnerLedger;
import io.partnerledger.log.PostgresServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Why the program did not start is said once, in words that help. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTest {

    @TempDir
    Path home;

    @Test
    void namesThePortThatIsInUseAndHowToTakeAnother(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve("--ledger.journal=none", "--server.port=" + taken.getLocalPort());
            assertThat(output).contains("Port " + taken.getLocalPort() + " is in use.", "--server.port=N");
            assertThat(output).doesNotContain("\tat ");
        }
    }

    @Test
    void saysWhatAPortIs(CapturedOutput output) {
        serve("--ledger.journal=none", "--server.port=99999");
        assertThat(output).contains("A port is a number from 0 to 65535 (--server.port): port out of range:99999");
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void saysHowLongAnImportMayBe(CapturedOutput output) {
        serve("--ledger.journal=none", "--ledger.imports.limit=2GB");
        assertThat(output).contains("ledger.imports.limit is from 0 to 1GB, not 2147483648B");
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void namesTheHomeThatIsServedOrTheJournalThatIsMissingAndNoBeans(CapturedOutput output) {
        try (RunningLedger _ = RunningLedger.start("--ledger.journal=none", "--ledger.home=" + home)) {
            serve("--server.port=0");
        }
        assertThat(output).containsOnlyOnce("Another process serves this ledger");
        serve("--server.port=0", "--ledger.journal=" + home.resolve("nowhere"));
        assertThat(output).containsOnlyOnce("There is no journal at " + home.resolve("nowhere"));
        assertThat(output).doesNotContain("bean", "\tat ");
    }

    @Test
    void tellsWhoGaveACommandInALineAndWritesNothingWhereTheAnswerBelongs(CapturedOutput output) throws Exception {
        Path file = Files.writeString(home.resolve("file"), "no folder");
        String[] command = {"totals", "--json", "--home=" + file};
        int code = PartnerLedger.run(
                command, options -> new SpringApplication(PartnerLedgerApplication.class).run(options));
        assertThat(code).isEqualTo(1);
        assertThat(output.getOut()).isEmpty();
        assertThat(output.getErr().lines()).singleElement().asString().contains(file.toString(), "Not a directory");
    }

    @Test
    void asksWhereTheLedgerIsWhereNobodySaid(CapturedOutput output) {
        for (String nowhere : new String[] {"", "?/.partner-ledger"}) {
            assertThat(catchThrowable(() -> new SpringApplication(PartnerLedgerApplication.class)
                            .run("--server.port=0", "--ledger.home=" + nowhere)
                            .close()))
                    .isNotNull();
        }
        assertThat(output).contains("Say where the ledger's folder is: LEDGER_HOME or --ledger.home");
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void saysWhichDatabaseIsNotToBeHad(CapturedOutput output) {
        serveOn("postgresql://localhost/ledger");
        assertThat(output).contains("Set ledger.postgres.url, such as jdbc:postgresql://");
        serveOn("jdbc:postgresql://nowhere.invalid:5432/ledger");
        assertThat(output).contains("There is no host nowhere.invalid");
        serveOn(PostgresServer.freshUrl("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"));
        assertThat(output).containsOnlyOnce("the database's encoding is LATIN1");
        assertThat(output).doesNotContain("\tat ", "memory leak");
    }

    private void serveOn(String url) {
        serve(
                "--server.port=0",
                "--spring.profiles.active=postgres",
                "--ledger.postgres.url=" + url,
                "--ledger.postgres.user=postgres");
    }

    @Test
    void saysWhereSqlitesLibraryCannotBeRunFrom() {
        Path missing = home.resolve("missing");
        assertThatThrownBy(() -> LedgerProcess.startUnder(
                        "export JAVA_TOOL_OPTIONS=-Dorg.sqlite.tmpdir=" + missing, "--ledger.home=" + home))
                .hasMessageContaining("-Dorg.sqlite.tmpdir=FOLDER, now " + missing)
                .hasMessageNotContaining("\tat ");
    }

    private void serve(String... options) {
        assertThat(catchThrowable(() -> new SpringApplication(PartnerLedgerApplication.class)
                        .run(withHome(options))
                        .close()))
                .isNotNull();
    }

    private String[] withHome(String... options) {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--ledger.home=" + home;
        return all;
    }
}
