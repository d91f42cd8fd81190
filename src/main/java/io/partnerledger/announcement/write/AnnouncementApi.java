package io.partnerledger.announcement.write;

import io.partnerledger.announcement.AnnouncementCommand.CorrectAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.CorroborateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.DisputeAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.LinkDuplicate;
import io.partnerledger.announcement.AnnouncementCommand.RankAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.ReinstateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RetractAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.UnlinkDuplicate;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Recording;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement;
import io.partnerledger.platform.CommandEndpoint;
import io.partnerledger.platform.Route;
import io.partnerledger.wire.RequestJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes that record announcements and change what is held of them. */
@RestController
@RequestMapping("/api/announcements")
class AnnouncementApi {

    private final CommandEndpoint endpoint;
    private final PartyResolution parties;
    private final DuplicateLinks links;

    record Correction(
            String reason,
            @Nullable Source evidence,
            @Nullable Source source,
            @Nullable EventDate announcedOn,
            @Nullable List<Statement> statements) {}

    record Remark(
            @Nullable String reason,
            Source source,
            @Nullable List<Integer> statements) {
        List<Integer> indexes() {
            return statements == null ? List.of() : statements;
        }
    }

    record Ranking(Rank rank, String reason) {}

    record Duplicate(String duplicateOf, String reason) {}

    record Withdrawal(String reason, @Nullable Source source) {}

    AnnouncementApi(CommandEndpoint endpoint, PartyResolution parties, DuplicateLinks links) {
        this.endpoint = endpoint;
        this.parties = parties;
        this.links = links;
    }

    @PostMapping
    void enter(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "false") boolean register)
            throws IOException {
        endpoint.handle(request, response, Recording.class, new Route("announcement.recorded", null), body -> {
            RecordRegistering command = parties.resolve(body, register);
            return command.organizations().isEmpty() ? command.announcement() : command;
        });
    }

    @PostMapping("/{id}/corrections")
    void correct(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(request, response, Correction.class, route("announcement.corrected", id), body -> {
            List<Statement> statements = body.statements();
            return new CorrectAnnouncement(
                    id,
                    revision,
                    body.reason(),
                    body.evidence(),
                    body.source(),
                    body.announcedOn(),
                    statements == null
                            ? null
                            : parties.resolve(statements, false).statements());
        });
    }

    @PostMapping("/{id}/disputes")
    void dispute(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(
                request,
                response,
                Remark.class,
                route("announcement.disputed", id),
                body -> new DisputeAnnouncement(id, revision, body.reason(), body.source(), body.indexes()));
    }

    @PostMapping("/{id}/corroborations")
    void corroborate(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(
                request,
                response,
                Remark.class,
                route("announcement.corroborated", id),
                body -> new CorroborateAnnouncement(id, revision, body.reason(), body.source(), body.indexes()));
    }

    @PostMapping("/{id}/rank")
    void rank(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(
                request,
                response,
                Ranking.class,
                route("announcement.ranked", id),
                body -> new RankAnnouncement(id, revision, body.rank(), body.reason()));
    }

    @PostMapping("/{id}/duplicate")
    void link(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handleAlone(request, response, Duplicate.class, route("announcement.duplicate-linked", id), body -> {
            links.requireNoCircle(id, body.duplicateOf());
            return new LinkDuplicate(id, revision, body.duplicateOf(), body.reason());
        });
    }

    @DeleteMapping("/{id}/duplicate")
    void unlink(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason)
            throws IOException {
        endpoint.handle(
                request,
                response,
                route("announcement.duplicate-unlinked", id),
                new UnlinkDuplicate(
                        id,
                        CommandEndpoint.expectedRevision(request),
                        reason == null ? null : RequestJson.parameter("reason", reason)));
    }

    @PostMapping("/{id}/retraction")
    void retract(HttpServletRequest request, HttpServletResponse response, @PathVariable String id) throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(
                request,
                response,
                Withdrawal.class,
                route("announcement.retracted", id),
                body -> new RetractAnnouncement(id, revision, body.reason(), body.source()));
    }

    @PostMapping("/{id}/reinstatement")
    void reinstate(HttpServletRequest request, HttpServletResponse response, @PathVariable String id)
            throws IOException {
        Long revision = CommandEndpoint.expectedRevision(request);
        endpoint.handle(
                request,
                response,
                Withdrawal.class,
                route("announcement.reinstated", id),
                body -> new ReinstateAnnouncement(id, revision, body.reason(), body.source()));
    }

    private static Route route(String eventType, String id) {
        return new Route(eventType, Announcement.stream(id));
    }
}
