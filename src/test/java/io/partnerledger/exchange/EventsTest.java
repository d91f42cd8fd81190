package io.partnerledger.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as it is read over HTTP, in both its forms. */
class EventsTest {

    private static final int PATIENCE_MILLIS = 10_000;

    @TempDir
    static Path home;

    private static RunningLedger ledger;

    @BeforeAll
    static void starts() {
        ledger = RunningLedger.start(
                "--ledger.home=" + home, "--ledger.journal=events/journal/0001-founding-article.ndjson");
    }

    @AfterAll
    static void ends() {
        ledger.close();
    }

    @Test
    void whoAsksForTheHeadersAloneGetsThemAndTheAnswerEnds() throws IOException {
        for (String type : new String[] {"text/event-stream", "application/x-ndjson"}) {
            assertThat(head(type)).startsWith("HTTP/1.1 200").contains("Content-Type: " + type).endsWith("\r\n\r\n");
        }
    }

    /** All that comes until the server hangs up, which it does once it has answered. */
    private static String head(String accept) throws IOException {
        try (Socket socket = new Socket(ledger.url().getHost(), ledger.url().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "HEAD /api/events HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
