package io.partnerledger.announcement.write;

import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementEntry.UnknownName;
import io.partnerledger.announcement.Recording;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.decision.AnnouncementIds;
import io.partnerledger.organization.Directory;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.Slug;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, RegisterOrganization> unknown = new LinkedHashMap<>();
        List<Rejection> rejections = new ArrayList<>();
        List<Statement> resolved = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            String pointer = "/statements/" + i;
            resolved.add(statements
                    .get(i)
                    .renaming((field, name) -> directory.resolve(name).orElseGet(() -> {
                        if (!register) {
                            if (rejections.size() < MOST_UNKNOWN) {
                                rejections.add(unknown(pointer + field, name));
                            }
                            return name;
                        }
                        return unknown.computeIfAbsent(NameKey.of(name), _ -> registration(name))
                                .organization();
                    })));
        }
        if (!rejections.isEmpty()) {
            throw new Rejected(rejections);
        }
        return new Resolved(List.copyOf(resolved), List.copyOf(unknown.values()));
    }

    private static RegisterOrganization registration(String name) {
        return new RegisterOrganization(Slug.of(name), name, List.of(), Identifiers.NONE);
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
