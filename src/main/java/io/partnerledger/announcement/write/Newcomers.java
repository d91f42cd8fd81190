package io.partnerledger.announcement.write;

import io.partnerledger.announcement.Rejection;
import io.partnerledger.organization.Directory;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.Slug;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The organizations that are to be registered with an announcement, each under the id that its name suggests. */
final class Newcomers {

    private final Directory directory;
    private final Map<String, RegisterOrganization> byId = new LinkedHashMap<>();

    Newcomers(Directory directory) {
        this.directory = directory;
    }

    /** The id of whoever bears this name, which nobody bore before; empty where that id is another's. */
    Optional<String> idOf(String name) {
        String id = Slug.of(name);
        if (NameKey.of(name).isEmpty()) {
            return Optional.empty();
        }
        if (directory.resolve(id).isPresent()) {
            // Whoever has taken the id since the name was looked up may have taken it for this name.
            return directory.resolve(name);
        }
        RegisterOrganization first =
                byId.computeIfAbsent(id, _ -> new RegisterOrganization(id, name, List.of(), Identifiers.NONE));
        return isSame(first.name(), name) ? Optional.of(id) : Optional.empty();
    }

    private static boolean isSame(String name, String other) {
        return NameKey.of(name).equals(NameKey.of(other));
    }

    /** Why a name has no id. */
    Rejection refusal(String pointer, String name) {
        if (NameKey.of(name).isEmpty()) {
            return new Rejection(Rejection.Code.BLANK, pointer, "A name has letters or digits");
        }
        String id = Slug.of(name);
        RegisterOrganization first = byId.get(id);
        if (first != null) {
            return taken(pointer, name, id, "as would " + first.name() + " of this announcement", first.name());
        }
        String holder = directory.resolve(id).orElse(id);
        String whose = holder.equals(id) ? "which is the id of another organization" : "which is a name of " + holder;
        return taken(pointer, name, id, whose, holder);
    }

    private static Rejection taken(String pointer, String name, String id, String whose, String holder) {
        return new Rejection(
                Rejection.Code.NAME_TAKEN,
                pointer,
                name + " would be registered as " + id + ", " + whose
                        + ". Register it first under an id of your choice (POST /api/organizations with \"id\" and"
                        + " \"name\"), or write " + holder + " if it is the same organization.");
    }

    List<RegisterOrganization> registrations() {
        return List.copyOf(byId.values());
    }
}
