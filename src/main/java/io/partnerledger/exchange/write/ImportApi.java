package io.partnerledger.exchange.write;

import io.partnerledger.platform.OncePerKey;
import io.partnerledger.platform.Problem;
import io.partnerledger.platform.RequestBodies;
import io.partnerledger.platform.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports one announcement ({@code application/json}) or lines of announcements and exported events ({@code
 * application/x-ndjson}), or tries that out.
 */
@RestController
@EnableConfigurationProperties(ImportProperties.class)
class ImportApi {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String NDJSON = MediaType.APPLICATION_NDJSON_VALUE;

    private final Imports imports;
    private final OncePerKey once;
    private final int limit;

    ImportApi(Imports imports, OncePerKey once, ImportProperties properties) {
        this.imports = imports;
        this.once = once;
        this.limit = properties.bytes();
    }

    @PostMapping("/api/imports")
    ImportReport enter(
            HttpServletRequest request,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean register)
            throws IOException {
        List<ImportLine> lines = switch (RequestBodies.mediaType(request)) {
            case JSON -> List.of(new ImportLine(1, RequestBodies.read(request, limit)));
            case NDJSON -> ImportLine.of(RequestBodies.read(request, limit));
            default -> throw RequestBodies.notTaken(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON);
        };
        Room.ofThisProcess().require(lines);
        if (dryRun) {
            return imports.tryOut(lines, register);
        }
        return once.answer(
                request,
                Route.IMPORT,
                () -> ImportLine.digest(lines),
                imports::alone,
                metadata -> imports.carryOut(lines, register, metadata),
                last -> imports.again(lines, register, last));
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(ImportRefused refused) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(422, "Nothing was imported", refused.faults(), refused.more()));
    }
}
