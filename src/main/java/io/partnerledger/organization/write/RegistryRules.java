package io.partnerledger.organization.write;

import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.organization.Directory;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.Slug;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The rules across organizations: a name resolves to one of them only, and merges do not run in circles. Two requests at
 * once may both pass the rule on names here; the log then takes one of them.
 */
@Component
final class RegistryRules {

    private final Directory directory;

    RegistryRules(Directory directory) {
        this.directory = directory;
    }

    void requireFreeNames(RegisterOrganization command) {
        String id = command.organization();
        Optional<String> holder = directory.resolve(id);
        if (holder.isPresent() && holder.get().equals(id)) {
            throw new Rejected(List.of(new Rejection(
                    Rejection.Code.ALREADY_REGISTERED, "/id", "The organization " + id + " is registered already")));
        }
        List<Rejection> taken = new ArrayList<>();
        addIfTaken(taken, id, id, "/id");
        addIfTaken(taken, id, command.name(), "/name");
        for (int i = 0; i < command.aliases().size(); i++) {
            addIfTaken(taken, id, command.aliases().get(i), "/aliases/" + i);
        }
        refuse(taken);
    }

    /** The id that a name suggests, for whoever sent none: what is wrong with it is wrong with the name. */
    String requireFreeId(String name) {
        String id = Slug.of(name);
        requireFreeName(id, name, "/name");
        directory.resolve(id).ifPresent(holder -> refuse(List.of(takenId(name, id, holder))));
        return id;
    }

    private Rejection takenId(String name, String id, String holder) {
        if (directory.resolve(name).isPresent()) {
            return new Rejection(
                    Rejection.Code.ALREADY_REGISTERED, "/name", "The organization " + id + " is registered already");
        }
        String whose = holder.equals(id) ? "which is the id of another organization" : "which is a name of " + holder;
        return new Rejection(
                Rejection.Code.NAME_TAKEN,
                "/name",
                name + " would be registered as " + id + ", " + whose
                        + ". Choose an id of your own and send it as \"id\".");
    }

    void requireFreeName(String id, String name, String pointer) {
        List<Rejection> taken = new ArrayList<>();
        addIfTaken(taken, id, name, pointer);
        refuse(taken);
    }

    /** The id of the organization that the path names, by its id or any other name. */
    String requireKnown(String name) {
        return known(name, "");
    }

    /** The id of the organization to merge into. */
    String requireMergeTarget(String id, String into) {
        String target = known(into, "/into");
        Set<String> passed = new HashSet<>();
        Optional<String> next = directory.mergedInto(target);
        while (next.isPresent() && passed.add(next.get())) {
            if (next.get().equals(id)) {
                throw new Rejected(List.of(
                        new Rejection(Rejection.Code.MERGE_CIRCLE, "/into", target + " is itself merged into " + id)));
            }
            next = directory.mergedInto(next.get());
        }
        return target;
    }

    private String known(String name, String pointer) {
        return directory
                .resolve(name)
                .orElseThrow(() -> new Rejected(List.of(new Rejection(
                        Rejection.Code.UNKNOWN_ORGANIZATION,
                        pointer,
                        "No organization is called " + name,
                        directory.near(name)))));
    }

    private void addIfTaken(List<Rejection> taken, String id, String name, String pointer) {
        Optional<String> holder = name.isBlank() ? Optional.empty() : directory.resolve(name);
        if (holder.isPresent() && !holder.get().equals(id)) {
            taken.add(new Rejection(
                    Rejection.Code.NAME_TAKEN, pointer, "The name " + name + " belongs to " + holder.get()));
        }
    }

    private static void refuse(List<Rejection> rejections) {
        if (!rejections.isEmpty()) {
            throw new Rejected(rejections);
        }
    }
}
