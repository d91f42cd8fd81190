package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of another site can make a browser send, the ledger does not answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherSitesTest {

    private static final String REBUILD = "/api/projections/standing/rebuild";

    @TempDir
    static Path home;

    private RunningLedger ledger;

    @BeforeAll
    void start() {
        ledger = RunningLedger.start(
                "--ledger.home=" + home, "--ledger.journal=none", "--ledger.hosts=ledger.example.org,Other.Example");
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:8080",
                "ledger.localhost",
                "127.0.0.1",
                "127.1.2.3:9090",
                "[::1]",
                "[::1]:8080",
                "ledger.example.org",
                "Other.Example:8080"
            })
    void itAnswersToTheNamesOfLoopbackAndThoseItIsGiven(String host) throws IOException {
        assertThat(answer(host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evillocalhost",
                "93.184.216.34",
                "[2001:db8::1]"
            })
    void itAnswersToNoOtherName(String host) throws IOException {
        assertThat(answer(host))
                .startsWith("HTTP/1.1 421")
                .contains("application/problem+json", "unknown-host", "--ledger.hosts=");
    }

    @Test
    void aPageOfAnotherSiteChangesNothing() {
        for (String site : new String[] {"cross-site", "same-site"}) {
            refused(ledger.post(REBUILD, "", "Sec-Fetch-Site", site));
            refused(ledger.delete(REBUILD, "Sec-Fetch-Site", site));
        }
        for (String origin : new String[] {"null", "http://evil.example", "http://127.0.0.1", ledger.url() + "1"}) {
            refused(ledger.post(REBUILD, "", "Origin", origin));
        }
        assertThat(ledger.get(REBUILD).status()).isEqualTo(404);
        assertThat(ledger.get("/api/projections", "Sec-Fetch-Site", "cross-site", "Origin", "http://evil.example")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void itsOwnPageChangesWhatItMay() {
        String nonsense = "{}";
        for (String[] headers : new String[][] {
            {"Sec-Fetch-Site", "same-origin", "Origin", ledger.url().toString()},
            {"Sec-Fetch-Site", "none"},
            {"Origin", ledger.url().toString()},
            {}
        }) {
            Answer answer = ledger.post("/api/announcements", nonsense, headers);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        }
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo("other-site");
    }

    /** Java's own client sets the header itself. */
    private String answer(String host) throws IOException {
        try (Socket socket = new Socket(ledger.url().getHost(), ledger.url().getPort())) {
            String request = "GET /api/projections HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
