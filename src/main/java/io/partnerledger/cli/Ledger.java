package io.partnerledger.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A ledger's API, as the commands use it. */
final class Ledger {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Where a ledger names the run of the program that it is. */
    private static final String RUN = "Ledger-Run";

    private final URI url;

    /** The run that is meant, where it matters which one answers. */
    private final @Nullable String run;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** An answer: its status, its text and the text as JSON. */
    record Answer(int status, String text) {

        boolean isOk() {
            return status / 100 == 2;
        }

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JacksonException other) {
                throw new IllegalStateException(
                        "What answers there is no ledger: status " + status + ", and no JSON", other);
            }
        }

        /** What a person reads of a refusal. */
        String complaint() {
            JsonNode problem = json();
            StringBuilder lines = new StringBuilder(problem.path("title").asString("") + " (" + status + ")");
            if (problem.path("errors").isEmpty()) {
                lines.append("\n  ").append(problem.path("detail").asString(""));
            }
            for (JsonNode fault : problem.path("errors")) {
                lines.append("\n  ");
                String pointer = fault.path("pointer").asString("");
                lines.append(pointer.isEmpty() ? "" : pointer + ": ");
                lines.append(fault.path("detail").asString(""));
                if (!fault.path("near").isEmpty()) {
                    lines.append("\n  Did you mean ")
                            .append(names(fault.path("near")))
                            .append('?');
                }
            }
            return lines.toString();
        }
    }

    private static String names(JsonNode near) {
        StringJoiner names = new StringJoiner(" or ");
        near.forEach(name -> names.add(name.asString()));
        return names.toString();
    }

    Ledger(URI url) {
        this(url, null);
    }

    private Ledger(URI url, @Nullable String run) {
        this.url = url;
        this.run = run;
    }

    /** The one that serves this home, if one does: the word in it may be of one that was killed, or copied with the home. */
    static Optional<Ledger> serving(Path home) throws IOException, InterruptedException {
        Path word = home.resolve("server.url");
        List<String> left = Files.exists(word) ? Files.readAllLines(word) : List.of();
        boolean isOfThisHome = left.size() > 2
                && String.join("\n", left.subList(2, left.size()))
                        .equals(home.toRealPath().toString());
        if (!isOfThisHome) {
            return Optional.empty();
        }
        Ledger ledger = new Ledger(URI.create(left.getFirst()), left.get(1));
        return ledger.answers() ? Optional.of(ledger) : Optional.empty();
    }

    /** Whether the ledger that is meant is there; none is where the address is none. */
    private boolean answers() throws InterruptedException {
        try {
            return get("/api/projections", Map.of()).isOk();
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    Answer get(String path, Map<String, String> parameters) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path, parameters)).GET());
    }

    Answer post(String path, Map<String, String> parameters, String body, @Nullable String idempotencyKey)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path, parameters)).POST(BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path, Map.of())).DELETE());
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (run != null) {
            request.header(RUN, run);
        }
        HttpResponse<String> response = sent(
                request.timeout(PATIENCE).header("Accept", "application/json").build());
        if (run != null && !run.equals(response.headers().firstValue(RUN).orElse(""))) {
            throw new IOException("The ledger that was asked is gone, and another program answers at " + url);
        }
        return new Answer(response.statusCode(), response.body());
    }

    private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (ConnectException | HttpConnectTimeoutException nobody) {
            throw new IOException(
                    "Nothing answers at " + url
                            + ". Start the ledger there with partner-ledger serve, or leave out --url to ask the one"
                            + " in your home.",
                    nobody);
        } catch (HttpTimeoutException late) {
            throw new IOException("No answer from " + url + " within " + PATIENCE.toSeconds() + " seconds", late);
        }
    }

    private URI uri(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        // What the address has behind the host is where a proxy has the ledger.
        String root = url.toString().replaceFirst("/+$", "");
        return URI.create(root + (query.isEmpty() ? path : path + "?" + query));
    }
}
