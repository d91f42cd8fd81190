package io.partnerledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The whole program in a process of its own, which can be killed, and a client that speaks HTTP to it. */
public final class LedgerProcess implements AutoCloseable {

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    private LedgerProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts with these options, on a free port, and waits until it is ready. */
    public static LedgerProcess start(String... options) throws IOException {
        return started(List.of(), options);
    }

    /** The same in a shell that has set a limit before. */
    public static LedgerProcess startUnder(String limit, String... options) throws IOException {
        return started(List.of("sh", "-c", limit + "; exec \"$@\"", "sh"), options);
    }

    private static LedgerProcess started(List<String> shell, String... options) throws IOException {
        Process process = launch(shell, options);
        StringBuilder printed = new StringBuilder();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            printed.append(line).append('\n');
            if (line.strip().startsWith("Page")) {
                Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(_ -> {}));
                return new LedgerProcess(process, URI.create(line.replaceAll(".*(http://\\S+?)/?$", "$1")));
            }
        }
        throw new AssertionError("It ended before it was ready:\n" + printed);
    }

    /** The process as it starts, which may never be ready. */
    static Process launch(List<String> shell, String... options) throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PartnerLedgerApplication.class.getName(),
                "--server.port=0"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, "application/json", body);
    }

    public HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(url.resolve(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(url.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Asks without waiting for the answer, as while it stands still. */
    CompletableFuture<HttpResponse<String>> asking(String path) {
        return client.sendAsync(HttpRequest.newBuilder(url.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** The log as it grows: what it sends until one of both ends it. */
    InputStream following() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/events"))
                .header("Accept", "text/event-stream")
                .build();
        return client.send(request, BodyHandlers.ofInputStream()).body();
    }

    /** Such as STOP, which makes it stand still, and CONT. */
    void signal(String name) throws IOException, InterruptedException {
        String pid = String.valueOf(process.pid());
        if (new ProcessBuilder("kill", "-" + name, pid).start().waitFor() != 0) {
            throw new IOException("No signal " + name + " to " + pid);
        }
    }

    /** Ends it as {@code kill -9} does, and waits until it is gone; an error if it was gone by itself. */
    public void kill() {
        if (!process.isAlive()) {
            throw new AssertionError("It ended by itself, with " + process.exitValue());
        }
        endNow();
    }

    private void endNow() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** A file as the process has it in reach, which may be on a file system of its own. */
    public Path itsOwn(Path file) {
        return Path.of("/proc/" + process.pid() + "/root")
                .resolve(file.getRoot().relativize(file));
    }

    /** Asks it to end as {@code kill} does; {@link #end} waits until it has. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Waits until it is gone, and answers how it ended. */
    public int end() {
        return process.onExit().join().exitValue();
    }

    @Override
    public void close() {
        endNow();
        client.shutdownNow();
    }
}
