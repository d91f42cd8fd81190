package io.partnerledger.standing;

import io.partnerledger.organization.NameKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The organizations as known at one position of the log: their names, and who answers for whom after merges. A merge
 * applies from its position on at every valid time.
 */
public final class Registry {

    private final Collection<OrganizationVersion> known;
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> mergedInto = new TreeMap<>();

    public Registry(Collection<OrganizationVersion> organizations) {
        known = List.copyOf(organizations);
        for (OrganizationVersion organization : organizations) {
            names.put(organization.organization(), organization.name());
            if (organization.mergedInto() != null) {
                mergedInto.put(organization.organization(), organization.mergedInto());
            }
        }
    }

    /** The id of the organization of this id, name or alias; empty if there is none. */
    public Optional<String> find(String name) {
        if (names.containsKey(name)) {
            return Optional.of(name);
        }
        String key = NameKey.of(name);
        return known.stream()
                .filter(organization -> isCalled(organization, key))
                .map(OrganizationVersion::organization)
                .findFirst();
    }

    private static boolean isCalled(OrganizationVersion organization, String key) {
        return NameKey.of(organization.organization()).equals(key)
                || NameKey.of(organization.name()).equals(key)
                || organization.aliases().stream()
                        .anyMatch(alias -> NameKey.of(alias).equals(key));
    }

    /** The display name; an id that nobody registered stands for itself. */
    public String nameOf(String organization) {
        return names.getOrDefault(organization, organization);
    }

    /** The organization that answers for this one: the end of its chain of merges. */
    public String survivorOf(String organization) {
        Set<String> passed = new HashSet<>();
        String current = organization;
        String next = mergedInto.get(current);
        while (next != null && passed.add(current)) {
            current = next;
            next = mergedInto.get(current);
        }
        return current;
    }

    /** The ids that this survivor answers for, itself left out, in order. */
    public List<String> mergedFrom(String survivor) {
        Set<String> absorbed = new TreeSet<>();
        for (String id : mergedInto.keySet()) {
            if (survivorOf(id).equals(survivor) && !id.equals(survivor)) {
                absorbed.add(id);
            }
        }
        return List.copyOf(absorbed);
    }

    /** All ids, in order. */
    public Set<String> organizations() {
        return names.keySet();
    }
}
