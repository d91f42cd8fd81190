package io.partnerledger.history;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.standing.At;
import io.partnerledger.standing.OrganizationVersion;
import io.partnerledger.standing.Point;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.Views;
import io.partnerledger.wire.StreamIds;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes that show the registry. */
@RestController
@RequestMapping("/api/organizations")
class OrganizationsApi {

    private static final int DEFAULT_LIMIT = 200;
    private static final int MAX_LIMIT = 1000;

    private final Views views;
    private final EventLog log;

    record Registered(
            String id,
            long revision,
            String name,
            List<String> aliases,
            Identifiers identifiers,
            @Nullable String mergedInto,
            List<String> mergedFrom) {}

    OrganizationsApi(Views views, EventLog log) {
        this.views = views;
        this.log = log;
    }

    @GetMapping
    Page<Registered> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Long minPosition,
            @RequestParam(required = false) @Nullable String asOf) {
        Point point = views.resolve(new At(null, asOf, minPosition));
        int most = Parameters.within("limit", limit == null ? DEFAULT_LIMIT : limit, 1, MAX_LIMIT);
        Registry registry = views.registry(point.position());
        List<Registered> rest = registry.organizationsAfter(Parameters.id(cursor, registry))
                .limit(most + 1L)
                .map(organization -> registered(organization, registry))
                .toList();
        boolean more = rest.size() > most;
        List<Registered> items = more ? rest.subList(0, most) : rest;
        return new Page<>(items, more ? items.getLast().id() : null, point.position());
    }

    @GetMapping("/{id}")
    ResponseEntity<Registered> one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long minPosition,
            @RequestParam(required = false) @Nullable String asOf) {
        Point point = views.resolve(new At(null, asOf, minPosition));
        Registry registry = views.registry(point.position());
        String known = Parameters.known(registry, id);
        Registered registered = registered(registry.organization(known).orElseThrow(), registry);
        return ResponseEntity.ok().eTag(tag(registered)).body(registered);
    }

    @GetMapping("/{id}/history")
    Page<HistoryItem> history(@PathVariable String id) {
        long head = log.head();
        List<StoredEvent> events = log.stream(StreamIds.ofOrganization(id));
        if (events.isEmpty()) {
            // No id, so it may be a name.
            Registry registry = views.registry(views.resolve(At.NOW).position());
            events = log.stream(StreamIds.ofOrganization(Parameters.known(registry, id)));
        }
        return HistoryItem.page(events, head);
    }

    /** The revision, and after it who was merged into the organization, since that leaves its revision as it is. */
    private static String tag(Registered organization) {
        String merged = organization.mergedFrom().stream().map(id -> ";" + id).collect(Collectors.joining());
        return "\"" + organization.revision() + merged + "\"";
    }

    private static Registered registered(OrganizationVersion version, Registry registry) {
        return new Registered(
                version.organization(),
                version.revision(),
                version.name(),
                version.aliases(),
                version.identifiers(),
                version.mergedInto(),
                registry.mergedFrom(version.organization()));
    }
}
