package io.partnerledger.standing;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The organizations as known at one position of the log: their names, and who answers for whom after merges. A merge
 * applies from its position on at every valid time.
 */
public final class Registry {

    private final Registries registries;
    private final long position;

    Registry(Registries registries, long position) {
        this.registries = registries;
        this.position = position;
    }

    /** The id of the organization of this id, name or alias; empty if there is none. */
    public Optional<String> find(String name) {
        return organization(name)
                .or(() -> Optional.ofNullable(registries.called(name, position)))
                .map(OrganizationVersion::organization);
    }

    /** The organization of this id; empty if there is none. */
    public Optional<OrganizationVersion> organization(String id) {
        return Optional.ofNullable(registries.version(id, position));
    }

    /** All organizations whose ids come after this one, by id; after the empty one come all. */
    public Stream<OrganizationVersion> organizationsAfter(String id) {
        return registries.versions(id, position);
    }

    /** The display name; an id that nobody registered stands for itself. */
    public String nameOf(String organization) {
        OrganizationVersion version = registries.version(organization, position);
        return version == null ? organization : version.name();
    }

    /** The organization that answers for this one: the end of its chain of merges. */
    public String survivorOf(String organization) {
        if (!registries.everMerged().contains(organization)) {
            return organization;
        }
        Set<String> passed = new HashSet<>();
        String current = organization;
        String next = mergedInto(current);
        while (next != null && passed.add(current)) {
            current = next;
            next = mergedInto(current);
        }
        return current;
    }

    private @Nullable String mergedInto(String organization) {
        OrganizationVersion version = registries.version(organization, position);
        return version == null ? null : version.mergedInto();
    }

    /** The ids that this survivor answers for, itself left out, in order. */
    public List<String> mergedFrom(String survivor) {
        return registries.everMerged().stream()
                .filter(id -> !id.equals(survivor) && survivorOf(id).equals(survivor))
                .toList();
    }

    /** Whether any of these was ever merged into another; a quick no where nothing was. */
    boolean isAnyMerged(Set<String> ids) {
        return !registries.everMerged().isEmpty() && !Collections.disjoint(ids, registries.everMerged());
    }

    /** The survivor and the ids that it answers for, in order. */
    Set<String> answeredForBy(String survivor) {
        Set<String> ids = new TreeSet<>(mergedFrom(survivor));
        ids.add(survivor);
        return ids;
    }

    /** Every id, in order; for saying what there is, since it reads them all. */
    public Stream<String> ids() {
        return organizationsAfter("").map(OrganizationVersion::organization);
    }
}
