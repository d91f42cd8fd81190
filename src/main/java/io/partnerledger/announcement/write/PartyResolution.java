package io.partnerledger.announcement.write;

import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementEntry.UnknownName;
import io.partnerledger.announcement.Recording;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.decision.AnnouncementIds;
import io.partnerledger.organization.Directory;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts ids for the names of organizations in what was sent; what is unknown is refused, or is to be registered. */
@Component
final class PartyResolution {

    /** How many unknown names are told of one announcement: the nearest ones are looked for in the whole registry. */
    private static final int MOST_UNKNOWN = 1_000;

    private final Directory directory;

    /** The statements with ids, and the organizations that must be registered with them. */
    record Resolved(List<Statement> statements, List<RegisterOrganization> unknown) {}

    PartyResolution(Directory directory) {
        this.directory = directory;
    }

    /** The command that records what was sent, with the registrations that it needs. */
    RecordRegistering resolve(Recording sent, boolean register) {
        Resolved resolved = resolve(sent.statements(), register);
        RecordAnnouncement command = new RecordAnnouncement(
                AnnouncementIds.of(sent.announcedOn(), sent.source(), resolved.statements()),
                sent.announcedOn(),
                sent.source(),
                resolved.statements());
        return new RecordRegistering(resolved.unknown(), command);
    }

    /** The id that an announcement has, or would have if everybody it names could be registered. */
    String idOf(Recording sent) {
        List<Statement> resolved = sent.statements().stream()
                .map(statement ->
                        statement.renaming((_, name) -> directory.resolve(name).orElseGet(() -> Slug.of(name))))
                .toList();
        return AnnouncementIds.of(sent.announcedOn(), sent.source(), resolved);
    }

    /** The names in these statements that are unknown, each once. */
    List<UnknownName> unknown(List<Statement> statements) {
        Map<String, UnknownName> unknown = new LinkedHashMap<>();
        statements.forEach(statement -> statement.renaming((_, name) -> {
            if (unknown.size() < MOST_UNKNOWN && directory.resolve(name).isEmpty()) {
                unknown.computeIfAbsent(NameKey.of(name), _ -> new UnknownName(name, directory.near(name)));
            }
            return name;
        }));
        return List.copyOf(unknown.values());
    }

    Resolved resolve(List<Statement> statements, boolean register) {
        Newcomers newcomers = new Newcomers(directory);
        List<Rejection> rejections = new ArrayList<>();
        List<Statement> resolved = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            String pointer = "/statements/" + i;
            resolved.add(statements
                    .get(i)
                    .renaming((field, name) -> directory
                            .resolve(name)
                            .or(() -> register ? newcomers.idOf(name) : Optional.empty())
                            .orElseGet(() -> {
                                if (rejections.size() < MOST_UNKNOWN) {
                                    String at = pointer + field;
                                    rejections.add(register ? newcomers.refusal(at, name) : unknown(at, name));
                                }
                                return name;
                            })));
        }
        if (!rejections.isEmpty()) {
            throw new Rejected(rejections);
        }
        return new Resolved(List.copyOf(resolved), newcomers.registrations());
    }

    private Rejection unknown(String pointer, String name) {
        List<String> near = directory.near(name);
        String hint = near.isEmpty() ? "" : "; the nearest known are " + String.join(", ", near);
        return new Rejection(
                Rejection.Code.UNKNOWN_ORGANIZATION,
                pointer,
                "No organization is called " + name + hint + ". Register it, or send register=true.",
                near);
    }
}
