package io.partnerledger.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Kept connections to one server, one for each client. */
final class Connections implements AutoCloseable {

    private final List<HttpConnection> all = new ArrayList<>();

    Connections(URI server, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            all.add(HttpConnection.to(server));
        }
    }

    HttpConnection of(int client) {
        return all.get(client);
    }

    /** How many answers of a path a second. */
    double rate(int clients, double seconds, Paths paths) throws Exception {
        return rate(clients, seconds, Long.MAX_VALUE, paths);
    }

    /** The same, where no client has more than so many paths to ask for. */
    double rate(int clients, double seconds, long most, Paths paths) throws Exception {
        return Clients.rate(clients, seconds, most, client -> {
            HttpConnection connection = of(client);
            return () -> connection.exchange(connection.getting(paths.next()), 200);
        });
    }

    /** What is asked next. */
    @FunctionalInterface
    interface Paths {
        String next();
    }

    @Override
    public void close() throws IOException {
        for (HttpConnection connection : all) {
            connection.close();
        }
    }
}
