package io.partnerledger.exchange;

import io.partnerledger.deals.Deals;
import io.partnerledger.log.EventLog;
import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Asked.Without;
import io.partnerledger.standing.At;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Views;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The ledger for other programs: the log as CloudEvents, one a line; the statements that stand as CSV; the money of
 * the deals as an hledger journal.
 */
@RestController
class ExportsApi {

    private final EventLog log;
    private final Views views;

    ExportsApi(EventLog log, Views views) {
        this.log = log;
        this.views = views;
    }

    /**
     * The whole log up to {@code asOf}, whoever it is about and whatever day it tells of. To its end it needs no view,
     * which may be behind.
     */
    @GetMapping(path = "/api/exports/cloudevents", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void cloudEvents(HttpServletResponse response, @Without({"subject", "validAt", "explain"}) Asked asked)
            throws IOException {
        long end = asked.at().equals(At.NOW)
                ? log.headOfAllNodes()
                : views.resolve(asked.at()).position();
        download(response, MediaType.APPLICATION_NDJSON_VALUE, "ledger.ndjson");
        CloudEvents.write(log, -1, end, response.getOutputStream());
    }

    @GetMapping(path = "/api/exports/csv", produces = "text/csv")
    ExportedStatements csv(HttpServletResponse response, @Without("explain") Asked asked) {
        Snapshot snapshot = views.snapshot(asked.subject(), asked.at());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statements.csv\"");
        return ExportedStatements.of(views.view(snapshot, "/api/exports/csv", false), snapshot);
    }

    @GetMapping(path = "/api/exports/hledger", produces = "text/plain;charset=UTF-8")
    String hledger(HttpServletResponse response, @Without("explain") Asked asked) {
        Snapshot snapshot = views.snapshot(asked.subject(), asked.at());
        Deals deals = Deals.of(snapshot.standing());
        String subject = snapshot.subject();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger.journal\"");
        return HledgerJournal.of(subject == null ? deals : deals.matching(subject), snapshot.point());
    }

    private static void download(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
