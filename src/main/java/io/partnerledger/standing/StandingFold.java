package io.partnerledger.standing;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Statement;
import io.partnerledger.organization.NameKey;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import io.partnerledger.standing.StandingRows.NameRow;
import io.partnerledger.standing.StandingRows.OrganizationRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns events, in the order of the log, into the rows of the standing table. Not for two threads at once. What is not at
 * hand of what went before the log tells again: so a build is not read while it is written, each key comes once, and
 * memory does not grow with the ledger.
 */
public final class StandingFold {

    private static final int AT_HAND = 10_000;

    private final Past past;
    private final Map<String, Begun> atHand = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Begun> eldest) {
            return size() > AT_HAND;
        }
    };
    private Numbers announcements = new Numbers();
    private Numbers keys = new Numbers();
    private final List<OrganizationRow> organizations = new ArrayList<>();
    private final List<NameRow> names = new ArrayList<>();
    private long first = -1;
    private long last = -1;

    /** Where an announcement was recorded, and the digests of what it has spoken of. */
    private static final class Begun {
        private final long position;
        private int[] told;

        private Begun(long position, int[] told) {
            this.position = position;
            this.told = told;
        }

        /** Takes note of a key; true if it is new. */
        private boolean tell(int digest) {
            for (int known : told) {
                if (known == digest) {
                    return false;
                }
            }
            told = Arrays.copyOf(told, told.length + 1);
            told[told.length - 1] = digest;
            return true;
        }
    }

    public StandingFold(Past past) {
        this.past = past;
    }

    /** Takes up one event; what is neither about announcements nor about organizations is none of this table's. */
    public void apply(Object event, long position) {
        if (event instanceof AnnouncementEvent announcementEvent) {
            int[] digests = keysOf(event).stream()
                    .mapToInt(StandingKeys::digest)
                    .distinct()
                    .toArray();
            apply(announcementEvent.announcement(), event instanceof AnnouncementRecorded, digests, position);
        } else if (event instanceof OrganizationEvent organizationEvent) {
            String id = organizationEvent.organization();
            organizations.add(new OrganizationRow(position, id));
            namesOf(organizationEvent).forEach(name -> names.add(new NameRow(NameKey.of(name), id, name, position)));
        }
        took(position);
    }

    /** Takes up one event of an announcement, of which is known what it makes it speak of. */
    public void apply(Glimpse event, long position) {
        apply(event.announcement(), event.isFirst(), event.digests(), position);
        took(position);
    }

    private void took(long position) {
        first = first < 0 ? position : first;
        last = position;
    }

    private void apply(String id, boolean isFirst, int[] digests, long position) {
        if (isFirst) {
            atHand.put(id, new Begun(position, digests));
            announcements.add(position);
            announcements.add(position);
            for (int digest : digests) {
                keys.add(digest);
                keys.add(position);
            }
        } else {
            follow(id, digests, position);
        }
    }

    private void follow(String id, int[] digests, long position) {
        Begun begun = atHand.get(id);
        if (begun == null) {
            begun = before(id, position);
            atHand.put(id, begun);
        }
        announcements.add(position);
        announcements.add(begun.position);
        for (int digest : digests) {
            if (begun.tell(digest)) {
                keys.add(digest);
                keys.add(position);
            }
        }
    }

    /** What an event makes its announcement speak of. */
    static Set<String> keysOf(Object event) {
        Set<String> keys = new HashSet<>();
        statementsOf(event).forEach(statement -> keys.addAll(StandingKeys.of(statement)));
        return keys;
    }

    /** The statements that an event makes its announcement's. */
    static List<Statement> statementsOf(Object event) {
        return switch (event) {
            case AnnouncementRecorded recorded -> recorded.statements();
            case AnnouncementCorrected corrected when corrected.statements() != null -> corrected.statements();
            default -> List.of();
        };
    }

    private static List<String> namesOf(OrganizationEvent event) {
        return switch (event) {
            case OrganizationRegistered registered -> {
                List<String> names = new ArrayList<>(List.of(registered.organization(), registered.name()));
                names.addAll(registered.aliases());
                yield names;
            }
            case OrganizationRenamed renamed -> List.of(renamed.name());
            case OrganizationAliasAdded added -> List.of(added.alias());
            default -> List.of();
        };
    }

    /** The rows of the events since they were last taken. */
    public StandingRows take() {
        StandingRows rows =
                new StandingRows(announcements, keys, List.copyOf(organizations), List.copyOf(names), first, last);
        first = -1;
        announcements = new Numbers();
        keys = new Numbers();
        organizations.clear();
        names.clear();
        return rows;
    }

    private Begun before(String id, long position) {
        List<Past.Told> told = past.ofAnnouncements(Set.of(id)).getOrDefault(id, List.of()).stream()
                .filter(event -> event.position() < position)
                .toList();
        if (told.isEmpty()) {
            throw new IllegalStateException("Position " + position + " goes on with " + id + ", which nothing began");
        }
        Begun begun = new Begun(told.getFirst().position(), new int[0]);
        told.forEach(event -> keysOf(event.event()).forEach(key -> begun.tell(StandingKeys.digest(key))));
        return begun;
    }
}
