package io.partnerledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A client that takes little of the cores that the server needs: one kept connection, requests written as bytes, of an
 * answer only what is asked for. Not for two threads at once.
 */
final class HttpConnection implements AutoCloseable {

    private final String host;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;

    private HttpConnection(String host, Socket socket) throws IOException {
        this.host = host;
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    static HttpConnection to(URI server) throws IOException {
        Socket socket = new Socket();
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        return new HttpConnection(server.getHost() + ":" + server.getPort(), socket);
    }

    byte[] getting(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    byte[] posting(String path, byte[] json) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + json.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }

    /** Sends a request made by this class, reads the whole answer, and answers how long its body was. */
    long exchange(byte[] request, int expectedStatus) throws IOException {
        out.write(request);
        String status = line();
        int code = Integer.parseInt(status.substring(9, 12));
        long length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
        }
        long body = length >= 0 ? skip(length) : chunks();
        if (code != expectedStatus) {
            throw new IOException("Answered " + status + " to "
                    + new String(request, 0, Math.min(request.length, 2000), StandardCharsets.UTF_8));
        }
        return body;
    }

    private long chunks() throws IOException {
        long all = 0;
        while (true) {
            long size = Long.parseLong(line(), 16);
            all += skip(size);
            line();
            if (size == 0) {
                return all;
            }
        }
    }

    private long skip(long length) throws IOException {
        long left = length;
        while (left > 0) {
            if (next == filled) {
                fill();
            }
            int taken = (int) Math.min(left, filled - next);
            next += taken;
            left -= taken;
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            if (next == filled) {
                fill();
            }
            byte read = buffer[next++];
            if (read == '\n') {
                return line.toString();
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
    }

    private void fill() throws IOException {
        next = 0;
        filled = in.read(buffer);
        if (filled < 0) {
            filled = 0;
            throw new IOException("The server closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
