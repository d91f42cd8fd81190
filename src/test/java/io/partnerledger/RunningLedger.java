package io.partnerledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program, served on a free port of loopback, and a client that speaks HTTP to it. */
public final class RunningLedger implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    /** An answer of the API. */
    public record Answer(int status, HttpResponse<String> response) {

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private RunningLedger(ConfigurableApplicationContext context) {
        this.context = context;
        this.url = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Starts with these options, quietly. */
    public static RunningLedger start(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--server.port=0");
        arguments.add("--ledger.quiet=true");
        return new RunningLedger(
                new SpringApplication(PartnerLedgerApplication.class).run(arguments.toArray(String[]::new)));
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public URI url() {
        return url;
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public Answer post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE().build());
    }

    public Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }
}
