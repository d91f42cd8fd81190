package io.partnerledger.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger;
import io.partnerledger.RunningLedger.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
            assertThat(head(type))
                    .startsWith("HTTP/1.1 200")
                    .contains("Content-Type: " + type)
                    .endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                                    | application/x-ndjson",
                "application/x-ndjson                                   | application/x-ndjson",
                "application/*, text/event-stream;q=0.5                 | application/x-ndjson",
                "Application/X-NDJSON, text/event-stream;q=0            | application/x-ndjson",
                "application/x-ndjson, text/*;q=0.9                     | application/x-ndjson",
                "text/html, */*;q=0.8                                   | application/x-ndjson",
                "text/event-stream                                      | text/event-stream",
                "TEXT/Event-Stream                                      | text/event-stream",
                "text/*                                                 | text/event-stream",
                "text/event-stream, */*                                 | text/event-stream",
                "text/event-stream, application/x-ndjson                | text/event-stream",
                "application/x-ndjson;q=0.5, text/event-stream;q=0.5    | text/event-stream"
            })
    void theFormIsTheOneThatIsWantedMost(String accept, String type) throws IOException {
        assertThat(head(accept)).startsWith("HTTP/1.1 200").contains("Content-Type: " + type + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/event-stream;q=0",
                "application/x-ndjson;q=0, */*",
                "text/event-stream-of-another-kind",
                "text/event-stream;q=high",
                "events"
            })
    void aFormThatTheLogDoesNotHaveIsRefusedAsElsewhere(String accept) {
        Answer answer = ledger.get("/api/events", "Accept", accept);

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo("not-acceptable");
    }

    @Test
    void whoSaysNothingOfTheFormGetsLines() {
        assertThat(ledger.get("/api/events").header("Content-Type")).isEqualTo("application/x-ndjson");
    }

    @Test
    void aStreamGoesOnAfterTheLastEventThatTheClientHas() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader stream = followed(client, "Last-Event-ID", "9")) {
            assertThat(stream.lines().filter(line -> line.startsWith("id:")).findFirst())
                    .contains("id:10");
            client.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "10 11", "9999999999999999999"})
    void aLastEventThatIsNoneIsRefusedUnderTheNameOfItsHeader(String last) {
        Answer answer = ledger.get("/api/events", "Accept", "text/event-stream", "Last-Event-ID", last);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("bad-last-event-id");
        assertThat(answer.json().path("detail").asString()).contains("Last-Event-ID", "such as 13", last);
    }

    private static BufferedReader followed(HttpClient client, String... headers)
            throws IOException, InterruptedException {
        HttpRequest request = ledger.request("/api/events", headers)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
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
