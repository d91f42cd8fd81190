package io.partnerledger.standing;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.Edtf;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A log of any length, the same for the same length: a few organizations, announcements, and changes to old and new. */
public final class ToldLog {

    private static final int ORGANIZATIONS = 20;
    private static final Source SOURCE = new Source(
            "https://example.org/news",
            "The\tPaper",
            "A \"title\"\\\n",
            null,
            null,
            null,
            SourceTier.SOCIAL,
            null,
            null);

    private ToldLog() {}

    public static List<Object> events(int count) {
        Random random = new Random(count);
        List<Object> events = new ArrayList<>();
        int announcements = 0;
        for (int i = 0; i < count; i++) {
            if (i < ORGANIZATIONS) {
                events.add(new OrganizationRegistered("o" + i, "Org " + i, List.of("Org Inc " + i), Identifiers.NONE));
            } else if (i < 2 * ORGANIZATIONS || random.nextInt(3) > 0) {
                events.add(new AnnouncementRecorded(
                        "a" + announcements++, Edtf.parse("2026-05"), SOURCE, List.of(added(random), added(random))));
            } else {
                int back = random.nextBoolean() ? announcements : Math.min(announcements, 8);
                events.add(change("a" + (announcements - 1 - random.nextInt(back)), i, random));
            }
        }
        return events;
    }

    private static Object change(String id, int number, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new AnnouncementRetracted(id, "misread", null);
            case 1 -> new AnnouncementReinstated(id, "read again", null);
            case 2 -> new AnnouncementRanked(id, Rank.PREFERRED, "the filing");
            case 3 -> new OrganizationRenamed("o" + random.nextInt(ORGANIZATIONS), "Renamed " + number, null);
            case 4 -> new OrganizationAliasAdded("o" + random.nextInt(ORGANIZATIONS), "Alias " + number);
            default -> new AnnouncementCorrected(id, "fixed", null, null, null, List.of(added(random)));
        };
    }

    private static Statement added(Random random) {
        String subject = "o" + random.nextInt(ORGANIZATIONS);
        return new PartnerAdded(
                subject, "o" + random.nextInt(ORGANIZATIONS), List.of(Role.CUSTOMER), List.of(), null, null, null);
    }
}
