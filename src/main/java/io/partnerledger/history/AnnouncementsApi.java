package io.partnerledger.history;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.standing.At;
import io.partnerledger.standing.Point;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.StandingReader;
import io.partnerledger.standing.UnknownId;
import io.partnerledger.standing.Views;
import io.partnerledger.wire.StreamIds;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes that show announcements: as they stand, as they came about, and as a list. */
@RestController
@RequestMapping("/api/announcements")
class AnnouncementsApi {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final Views views;
    private final EventLog log;
    private final Lists lists;

    AnnouncementsApi(Views views, EventLog log, Lists lists) {
        this.views = views;
        this.log = log;
        this.lists = lists;
    }

    @GetMapping
    Page<Entry> list(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String deal,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String validFrom,
            @RequestParam(required = false) @Nullable String validTo,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long minPosition,
            @RequestParam(required = false) @Nullable String asOf) {
        Point point = views.resolve(new At(null, asOf, minPosition));
        StandingReader reader = views.reader(point.position());
        Registry registry = views.registry(point.position());
        if (deal != null && !reader.isKnownDeal(deal)) {
            throw UnknownId.deal(deal, reader);
        }
        Filter filter = new Filter(
                ids(registry, subject),
                ids(registry, partner),
                Parameters.kind(kind),
                deal,
                source,
                q,
                Parameters.day("validFrom", validFrom),
                Parameters.day("validTo", validTo),
                Parameters.status(status));
        int most = Parameters.within("limit", limit == null ? DEFAULT_LIMIT : limit, 1, MAX_LIMIT);
        Long before = Parameters.position(cursor, log.head());
        return lists.announcements(reader, filter, before, most, point.position());
    }

    @GetMapping("/{id}")
    Entry one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long minPosition,
            @RequestParam(required = false) @Nullable String asOf,
            HttpServletResponse response) {
        Point point = views.resolve(new At(null, asOf, minPosition));
        StandingReader reader = views.reader(point.position());
        AnnouncementVersion version = reader.announcement(id, point.position()).orElseThrow(() -> notRecorded(id));
        // Not by ResponseEntity, which would answer 304: of a duplicate the status changes with its original.
        response.setHeader(HttpHeaders.ETAG, "\"" + version.revision() + "\"");
        return Entry.of(version, reader, point.position());
    }

    @GetMapping("/{id}/history")
    Page<HistoryItem> history(@PathVariable String id) {
        long head = log.head();
        List<StoredEvent> events = log.stream(StreamIds.ofAnnouncement(id));
        if (events.isEmpty()) {
            throw notRecorded(id);
        }
        return HistoryItem.page(events, head);
    }

    private static @Nullable Set<String> ids(Registry registry, @Nullable String organization) {
        return organization == null ? null : Lists.ids(registry, Parameters.known(registry, organization));
    }

    private UnknownId notRecorded(String id) {
        return UnknownId.announcement(id, views.reader(-1));
    }
}
