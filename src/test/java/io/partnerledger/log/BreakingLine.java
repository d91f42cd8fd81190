package io.partnerledger.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A line to a PostgreSQL server that breaks when it is told to: before a statement arrives there, or before its answer here. */
final class BreakingLine implements AutoCloseable {

    /** What is lost when the line breaks. */
    enum Lost {
        NOTHING,
        STATEMENT,
        ANSWER,
        /** Its answer, all other connections, and those that are asked for afterwards. */
        LINE
    }

    private interface Carrying {
        void run() throws IOException;
    }

    private record Break(Lost lost, String statementWith, AtomicInteger left) {}

    private final URI server;
    private final ServerSocket here;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();
    private final Queue<Break> due = new ConcurrentLinkedQueue<>();

    /** A line to the server of a JDBC url. */
    BreakingLine(String url) throws IOException {
        server = URI.create(url.substring("jdbc:".length()));
        here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    private void run(Carrying carrying) {
        threads.execute(() -> {
            try {
                carrying.run();
            } catch (IOException e) {
                System.getLogger(BreakingLine.class.getName())
                        .log(System.Logger.Level.DEBUG, "One end of the line is gone", e);
            }
        });
    }

    /** The same url by way of the line. */
    String url(String url) {
        return url.replaceFirst("//[^/]*/", "//127.0.0.1:" + here.getLocalPort() + "/");
    }

    /** Breaks once, when the n-th statement (from 1) with these words is on its way. */
    void breakAt(int n, Lost lost, String statementWith) {
        due.add(new Break(lost, statementWith, new AtomicInteger(n)));
    }

    boolean isToBreak() {
        return !due.isEmpty();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = here.accept();
            clients.add(client);
            Socket onward = new Socket(server.getHost(), server.getPort());
            AtomicReference<Lost> losing = new AtomicReference<>(Lost.NOTHING);
            run(() -> statements(client, onward, losing));
            run(() -> answers(client, onward, losing));
        }
    }

    private void statements(Socket client, Socket onward, AtomicReference<Lost> losing) throws IOException {
        try (client;
                onward) {
            byte[] bytes = new byte[1 << 20];
            InputStream from = client.getInputStream();
            OutputStream to = onward.getOutputStream();
            for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                Break next = due.peek();
                if (next != null
                        && contains(bytes, read, next.statementWith())
                        && next.left().decrementAndGet() == 0
                        && due.remove(next)) {
                    if (next.lost() == Lost.STATEMENT) {
                        return;
                    }
                    losing.set(next.lost());
                }
                to.write(bytes, 0, read);
            }
        }
    }

    private void answers(Socket client, Socket onward, AtomicReference<Lost> losing) throws IOException {
        try (client;
                onward) {
            byte[] bytes = new byte[1 << 16];
            InputStream from = onward.getInputStream();
            OutputStream to = client.getOutputStream();
            int read = from.read(bytes);
            while (read >= 0 && losing.get() == Lost.NOTHING) {
                to.write(bytes, 0, read);
                read = from.read(bytes);
            }
            if (losing.get() == Lost.LINE) {
                cut();
            }
        }
    }

    private static boolean contains(byte[] bytes, int count, String words) {
        return new String(Arrays.copyOf(bytes, count), StandardCharsets.ISO_8859_1).contains(words);
    }

    private void cut() throws IOException {
        here.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        threads.shutdownNow();
    }
}
