package io.partnerledger.standing;

import io.partnerledger.announcement.Rank;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
     * @param histories those of the announcements, each recorded by the position
     * @param inForce the version in force of every announcement that a duplicate link may lead to
     */
    static Standing of(
            List<AnnouncementHistory> histories,
            long position,
            Function<String, @Nullable AnnouncementVersion> inForce,
            Registry registry,
            LocalDate validAt) {
        Judgement judgement = new Judgement(registry, validAt);
        for (AnnouncementHistory history : histories) {
            judgement.judge(history, history.count(position), inForce);
        }
        return new Standing(validAt, judgement.standing, judgement.leftOut);
    }

    private void judge(
            AnnouncementHistory history, int count, Function<String, @Nullable AnnouncementVersion> inForce) {
        AnnouncementVersion present = history.versions().get(count - 1).version();
        Reason reason = whyItDoesNotStand(present, inForce);
        boolean renamed = registry.isAnyMerged(history.named());
        for (Stated told : history.stated().get(count - 1)) {
            Stated stated = renamed ? survivors(told, registry) : told;
            if (reason == null) {
                standing.add(stated);
            } else {
                leftOut.add(new LeftOut(stated, reason));
            }
        }
        if (present.contentRevision() > 1) {
            correctedAway(history.versions().subList(0, count), present);
        }
    }

    private void correctedAway(List<InForce<AnnouncementVersion>> versions, AnnouncementVersion present) {
        long content = present.contentRevision();
        Set<Stated> seen = new HashSet<>(stated(present, present.rank(), registry));
        for (InForce<AnnouncementVersion> held : versions) {
            AnnouncementVersion earlier = held.version();
            if (earlier.contentRevision() != content && earlier.contentRevision() == earlier.revision()) {
                // A rank is given to the announcement, whatever its content.
                for (Stated stated : stated(earlier, present.rank(), registry)) {
                    if (seen.add(stated)) {
                        leftOut.add(new LeftOut(stated, Reason.CORRECTED));
                    }
                }
            }
        }
    }

    private @Nullable Reason whyItDoesNotStand(
            AnnouncementVersion version, Function<String, @Nullable AnnouncementVersion> inForce) {
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

    private static boolean repeatsALiveOne(
            AnnouncementVersion version, Function<String, @Nullable AnnouncementVersion> inForce) {
        String next = version.duplicateOf();
        if (next == null) {
            return false;
        }
        Set<String> passed = new HashSet<>(Set.of(version.announcement()));
        while (next != null && passed.add(next)) {
            AnnouncementVersion target = inForce.apply(next);
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

    /** Statements as the folds weigh them, with the organizations that answer for those they name. */
    static List<Stated> stated(AnnouncementVersion version, Rank rank, Registry registry) {
        return AnnouncementHistory.stated(version, rank).stream()
                .map(told -> survivors(told, registry))
                .toList();
    }

    private static Stated survivors(Stated told, Registry registry) {
        return new Stated(
                told.announcement(),
                told.index(),
                told.position(),
                told.announcedOn(),
                told.tier(),
                told.rank(),
                told.statement().renaming((_, organization) -> registry.survivorOf(organization)));
    }
}
