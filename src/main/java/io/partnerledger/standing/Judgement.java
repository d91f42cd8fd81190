package io.partnerledger.standing;

import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which statements stand at a valid time, given every version of the announcements up to one position of the
 * log. A duplicate link takes an announcement out while any announcement further up its chain is live; a correction
 * replaces the content before it.
 */
final class Judgement {

    private final Registry registry;
    private final LocalDate validAt;
    private final List<Stated> standing = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private Judgement(Registry registry, LocalDate validAt) {
        this.registry = registry;
        this.validAt = validAt;
    }

    /**
     * @param histories the versions of each announcement, oldest first
     * @param inForce the version in force of every announcement that a duplicate link may lead to
     */
    static Standing of(
            Collection<List<AnnouncementVersion>> histories,
            Map<String, AnnouncementVersion> inForce,
            Registry registry,
            LocalDate validAt) {
        Judgement judgement = new Judgement(registry, validAt);
        for (List<AnnouncementVersion> history : histories) {
            judgement.judge(history, inForce);
        }
        judgement.standing.sort(Stated.OLDEST_FIRST);
        judgement.leftOut.sort((a, b) -> Stated.OLDEST_FIRST.compare(a.stated(), b.stated()));
        return new Standing(validAt, List.copyOf(judgement.standing), List.copyOf(judgement.leftOut));
    }

    private void judge(List<AnnouncementVersion> history, Map<String, AnnouncementVersion> inForce) {
        AnnouncementVersion present = history.getLast();
        Reason reason = whyItDoesNotStand(present, inForce);
        for (int i = 0; i < present.statements().size(); i++) {
            Stated stated = stated(present, i);
            if (reason == null) {
                standing.add(stated);
            } else {
                leftOut.add(new LeftOut(stated, reason));
            }
        }
        correctedAway(history, present);
    }

    private void correctedAway(List<AnnouncementVersion> history, AnnouncementVersion present) {
        long content = present.contentRevision();
        Set<Stated> seen = new HashSet<>();
        for (int i = 0; i < present.statements().size(); i++) {
            seen.add(stated(present, i));
        }
        for (AnnouncementVersion earlier : history) {
            if (earlier.contentRevision() != content && earlier.contentRevision() == earlier.revision()) {
                for (int i = 0; i < earlier.statements().size(); i++) {
                    Stated stated = stated(earlier, i);
                    if (seen.add(stated)) {
                        leftOut.add(new LeftOut(stated, Reason.CORRECTED));
                    }
                }
            }
        }
    }

    private @Nullable Reason whyItDoesNotStand(AnnouncementVersion version, Map<String, AnnouncementVersion> inForce) {
        if (version.retracted()) {
            return Reason.RETRACTED;
        }
        if (version.rank() == Rank.DEPRECATED) {
            return Reason.DEPRECATED;
        }
        if (repeatsALiveOne(version, inForce)) {
            return Reason.DUPLICATE;
        }
        return version.announcedOn().earliest().isAfter(validAt) ? Reason.AFTER_VALID_AT : null;
    }

    private static boolean repeatsALiveOne(AnnouncementVersion version, Map<String, AnnouncementVersion> inForce) {
        Set<String> passed = new HashSet<>(Set.of(version.announcement()));
        String next = version.duplicateOf();
        while (next != null && passed.add(next)) {
            AnnouncementVersion target = inForce.get(next);
            if (target == null) {
                return false;
            }
            if (target.isLive()) {
                return true;
            }
            next = target.duplicateOf();
        }
        return false;
    }

    private Stated stated(AnnouncementVersion version, int index) {
        Statement statement = version.statements().get(index);
        return new Stated(
                version.announcement(),
                index,
                version.position(),
                version.announcedOn(),
                version.source().tier(),
                version.rank(),
                statement.renaming((_, organization) -> registry.survivorOf(organization)));
    }
}
