package io.partnerledger.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Many clients of a server on one thread: each keeps a connection and sends the next request when the last is answered.
 * A thread for each client would take more of the processors than many a request does. Not for two threads at once.
 */
final class HttpCrowd implements AutoCloseable {

    private static final int LARGEST = 1 << 16;

    private final String host;
    private final Selector selector = Selector.open();
    private final List<Client> clients = new ArrayList<>();
    private final ByteBuffer sent = ByteBuffer.allocateDirect(LARGEST);

    /** A connection, and what has come of the answer that it waits for. */
    private record Client(SocketChannel channel, HttpAnswer answer) {}

    HttpCrowd(URI server, int count) throws IOException {
        host = server.getHost() + ":" + server.getPort();
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Client client = new Client(channel, new HttpAnswer());
            channel.register(selector, SelectionKey.OP_READ, client);
            clients.add(client);
        }
    }

    /** How many JSON bodies a second are answered with this status, in so many seconds. */
    double posts(String path, Supplier<byte[]> bodies, int expectedStatus, double seconds) throws IOException {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: application/json\r\nContent-Length: ")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] status = ("HTTP/1.1 " + expectedStatus).getBytes(StandardCharsets.US_ASCII);
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        for (Client client : clients) {
            post(client, head, bodies.get());
        }
        long answered = 0;
        int waiting = clients.size();
        while (waiting > 0) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                Client client = (Client) key.attachment();
                if (client.channel.read(client.answer.buffer()) < 0) {
                    throw new IOException("The server closed a connection");
                }
                if (!client.answer.isWhole()) {
                    continue;
                }
                client.answer.require(status);
                client.answer.buffer().clear();
                answered++;
                if (System.nanoTime() < end) {
                    post(client, head, bodies.get());
                } else {
                    waiting--;
                }
            }
            selector.selectedKeys().clear();
        }
        return answered * 1e9 / (System.nanoTime() - begin);
    }

    private void post(Client client, byte[] head, byte[] body) throws IOException {
        sent.clear();
        sent.put(head)
                .put((body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .flip();
        while (sent.hasRemaining()) {
            client.channel.write(sent);
        }
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.channel.close();
        }
        selector.close();
    }
}
