package io.partnerledger.replay;

import io.partnerledger.log.EventLog;
import io.partnerledger.standing.LiveStanding;
import java.util.List;
import org.springframework.http.HttpStatus;
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

    record Projection(String name, long position, long lag, int generation) {}

    record Projections(List<Projection> projections) {}

    ProjectionsApi(Rebuilds rebuilds, LiveStanding live, EventLog log) {
        this.rebuilds = rebuilds;
        this.live = live;
        this.log = log;
    }

    @GetMapping
    Projections list() {
        long position = live.position();
        long lag = Math.max(0, log.head() - position);
        return new Projections(List.of(new Projection(
                rebuilds.projection(), position, lag, live.generation().number())));
    }

    @PostMapping("/{name}/rebuild")
    ResponseEntity<Progress> rebuild(@PathVariable String name) {
        known(name);
        return rebuilds.start()
                .map(progress -> ResponseEntity.status(HttpStatus.ACCEPTED).body(progress))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.CONFLICT,
                        rebuilds.elsewhere()
                                .map(node ->
                                        "A rebuild of " + name + " is running on " + node + "; GET there says how far")
                                .orElse("A rebuild of " + name + " is running; GET this address says how far")));
    }

    @GetMapping("/{name}/rebuild")
    Progress progress(@PathVariable String name) {
        known(name);
        return rebuilds.latest()
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No rebuild of " + name + " has run; POST to this address starts one"));
    }

    @DeleteMapping("/{name}/rebuild")
    ResponseEntity<Progress> cancel(@PathVariable String name) {
        known(name);
        return rebuilds.cancel()
                .map(progress -> ResponseEntity.status(HttpStatus.ACCEPTED).body(progress))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No rebuild of " + name + " has run; POST to this address starts one"));
    }

    private void known(String name) {
        if (!name.equals(rebuilds.projection())) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "No projection is called " + name + "; there is " + rebuilds.projection());
        }
    }
}
