package io.partnerledger.replay;

import io.partnerledger.log.EventLog;
import io.partnerledger.standing.LiveStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which projections there are, how far they have come, and their rebuilding. */
@RestController
@RequestMapping("/api/projections")
class ProjectionsApi {

    private final Rebuilds rebuilds;
    private final LiveStanding live;
    private final EventLog log;
    private final StartedBefore before = new StartedBefore();

    record Projection(String name, long position, long lag, int generation) {}

    record Projections(List<Projection> projections) {}

    /** One projection; {@code rebuild} is the last one, on whichever node it ran. */
    record Detail(
            String name,
            long position,
            long lag,
            int generation,
            @Nullable Progress rebuild) {}

    ProjectionsApi(Rebuilds rebuilds, LiveStanding live, EventLog log) {
        this.rebuilds = rebuilds;
        this.live = live;
        this.log = log;
    }

    @GetMapping
    Projections list() {
        return new Projections(List.of(projection()));
    }

    @GetMapping("/{name}")
    Detail one(@PathVariable String name) {
        known(name);
        Projection now = projection();
        return new Detail(
                now.name(),
                now.position(),
                now.lag(),
                now.generation(),
                rebuilds.known().orElse(null));
    }

    private Projection projection() {
        long position = live.position();
        long lag = Math.max(0, log.head() - position);
        return new Projection(
                rebuilds.projection(), position, lag, live.generation().number());
    }

    @PostMapping("/{name}/rebuild")
    ResponseEntity<Progress> rebuild(@PathVariable String name, RequestKey key) {
        known(name);
        return before.answer(key, rebuilds::start)
                .map(ProjectionsApi::accepted)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        rebuilds.ofOthers()
                                .claimant()
                                .map(node -> "A rebuild of " + name + " is running on " + node
                                        + "; GET this address says how far")
                                .orElse("A rebuild of " + name + " is running; GET this address says how far")));
    }

    @GetMapping("/{name}/rebuild")
    Progress progress(@PathVariable String name) {
        known(name);
        return rebuilds.known()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No rebuild of " + name + " has run; POST to this address starts one"));
    }

    @DeleteMapping("/{name}/rebuild")
    ResponseEntity<Progress> cancel(@PathVariable String name) {
        known(name);
        rebuilds.ofOthers().running().ifPresent(node -> {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "The rebuild of " + name + " is running on " + node + "; cancel it there");
        });
        return rebuilds.cancel()
                .map(progress -> {
                    if (progress.isInterrupted()) {
                        throw new ResponseStatusException(
                                HttpStatus.CONFLICT,
                                "Another node has just begun to rebuild " + name + "; GET this address says which");
                    }
                    return progress;
                })
                .map(ProjectionsApi::accepted)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No rebuild of " + name + " has run; POST to this address starts one"));
    }

    /** Whatever the request accepts: it has been done. */
    private static ResponseEntity<Progress> accepted(Progress progress) {
        return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(progress);
    }

    private void known(String name) {
        if (!name.equals(rebuilds.projection())) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No projection is called " + name + "; there is " + rebuilds.projection());
        }
    }
}
