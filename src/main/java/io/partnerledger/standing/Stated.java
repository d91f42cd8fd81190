package io.partnerledger.standing;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement;
import java.util.Comparator;

/**
 * One statement with what the folds weigh it by: its announcement, its place there (from 0), the position of the
 * announcement in the log, the day announced, the source's tier and the editor's rank. Merges are already applied to
 * the organizations it names.
 */
public record Stated(
        String announcement,
        int index,
        long position,
        EventDate announcedOn,
        SourceTier tier,
        Rank rank,
        Statement statement) {

    /**
     * Oldest first, newest last. Newer is: the later earliest day; on a tie the more precise date; then the better
     * tier; then the higher position; then the later place in the announcement.
     */
    public static final Comparator<Stated> OLDEST_FIRST = Stated::compare;

    private static int compare(Stated one, Stated other) {
        int order = one.announcedOn.earliest().compareTo(other.announcedOn.earliest());
        if (order == 0) {
            order = Long.compare(other.announcedOn.vaguenessDays(), one.announcedOn.vaguenessDays());
        }
        if (order == 0) {
            order = other.tier.compareTo(one.tier);
        }
        if (order == 0) {
            order = Long.compare(one.position, other.position);
        }
        return order == 0 ? Integer.compare(one.index, other.index) : order;
    }

    /** Whether this statement is newer than the other. */
    public boolean isNewerThan(Stated other) {
        return OLDEST_FIRST.compare(this, other) > 0;
    }
}
