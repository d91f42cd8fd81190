package io.partnerledger.bench;

import io.partnerledger.announcement.Statement;
import io.partnerledger.wire.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * New announcements without end as request bodies, of days in the same order as {@link Recordings}; each has a number of
 * its own in the url of its source.
 */
final class HttpRecordings {

    static final String PATH = "/api/announcements";

    private static final int KEPT = 2_000;
    private static final int DIGITS = 12;
    private static final int URL_UP_TO_NUMBER = "https://news.example/2024-01-01/".length();

    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    private record Body(byte[] json, List<Integer> daysAt, int numberAt) {}

    private final List<Body> bodies;
    private final AtomicLong given = new AtomicLong();

    HttpRecordings(Announcements announcements) {
        bodies = LongStream.range(0, KEPT)
                .mapToObj(n -> body(announcements.said(n)))
                .toList();
    }

    private static Body body(Announcements.Said said) {
        JsonMapper mapper = WireJson.stored();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("announcedOn", said.on());
        body.put("source", said.source());
        // In a map the list would forget what it is of, and its statements which kind they are.
        byte[] statements =
                mapper.writerFor(new TypeReference<List<Statement>>() {}).writeValueAsBytes(said.statements());
        body.put("statements", mapper.readTree(statements));
        byte[] json = mapper.writeValueAsBytes(body);
        String text = new String(json, StandardCharsets.ISO_8859_1);
        int urlAt = text.indexOf(String.valueOf(said.source().url()));
        return new Body(json, places(text, said.on().written()), urlAt + URL_UP_TO_NUMBER);
    }

    private static List<Integer> places(String text, String day) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(day); at >= 0; at = text.indexOf(day, at + 1)) {
            places.add(at);
        }
        return places;
    }

    /** The body of the next one. */
    byte[] next() {
        long n = given.getAndIncrement();
        Body next = bodies.get((int) (n % KEPT));
        byte[] body = next.json().clone();
        byte[] day = Recordings.on(n).written().getBytes(StandardCharsets.US_ASCII);
        next.daysAt().forEach(at -> System.arraycopy(day, 0, body, at, day.length));
        number(body, n, next.numberAt());
        return body;
    }

    /** Registers the organizations that the announcements name. */
    static void register(Parties parties, HttpConnection connection) throws IOException {
        for (int i = -1; i < parties.count(); i++) {
            String id = i < 0 ? Parties.SUBJECT : Parties.id(i);
            String body = String.format(Locale.ROOT, "{\"id\":\"%s\",\"name\":\"%s\"}", id, id);
            connection.exchange(connection.posting("/api/organizations", body.getBytes(StandardCharsets.UTF_8)), 201);
        }
    }

    /** Overwrites the digits that stand after the day in the url. */
    private static void number(byte[] body, long n, int from) {
        long left = n;
        for (int i = from + DIGITS - 1; i >= from; i--) {
            body[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }
}
