package io.partnerledger.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** JSON of a given size that nothing is computed for, through the program's own server and filters. */
@RestController
class StaticAnswers {

    private static final int LEAST = 2;

    private final Map<Integer, byte[]> made = new ConcurrentHashMap<>();

    static String path(long size) {
        return "/bench/" + size;
    }

    @GetMapping(path = "/bench/{size}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] get(@PathVariable int size) {
        return made.computeIfAbsent(
                size, n -> ('"' + "x".repeat(Math.max(LEAST, n) - LEAST) + '"').getBytes(StandardCharsets.US_ASCII));
    }
}
