package io.partnerledger.coverage;

import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement;
import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.standing.AnnouncementVersion.Remark;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whose word each announcement is, and what other sources say of it. */
final class Words {

    private final Map<String, List<AnnouncementVersion>> histories = new HashMap<>();
    private final Map<String, List<AnnouncementVersion>> duplicates = new HashMap<>();

    Words(Standing standing, Collection<List<AnnouncementVersion>> versions) {
        versions.forEach(history -> histories.put(history.getFirst().announcement(), history));
        standing.leftOut().stream()
                .filter(left -> left.reason() == Reason.DUPLICATE)
                .map(LeftOut::stated)
                .map(Stated::announcement)
                .distinct()
                .map(this::inForce)
                .forEach(this::link);
    }

    /** Files a duplicate under every announcement up its chain. */
    private void link(AnnouncementVersion duplicate) {
        Set<String> passed = new HashSet<>(Set.of(duplicate.announcement()));
        String target = duplicate.duplicateOf();
        while (target != null && passed.add(target)) {
            duplicates.computeIfAbsent(target, _ -> new ArrayList<>()).add(duplicate);
            target = histories.containsKey(target) ? inForce(target).duplicateOf() : null;
        }
    }

    Source sourceOf(String announcement) {
        return inForce(announcement).source();
    }

    /** The announcements that are taken for duplicates of this one, in the order of the standing. */
    List<AnnouncementVersion> duplicatesOf(String announcement) {
        return duplicates.getOrDefault(announcement, List.of());
    }

    /**
     * What other sources said of a statement, in the order in which they were recorded. A remark on content that was
     * corrected since still holds for a statement that is word for word the same.
     */
    List<Remark> remarksOn(Stated stated) {
        AnnouncementVersion present = inForce(stated.announcement());
        return present.remarks().stream()
                .filter(remark -> isAbout(remark, stated.index(), present))
                .toList();
    }

    private boolean isAbout(Remark remark, int index, AnnouncementVersion present) {
        AnnouncementVersion then = revision(present.announcement(), remark.revision());
        if (then == null || then.contentRevision() == present.contentRevision()) {
            return isSelected(remark, index);
        }
        Statement statement = present.statements().get(index);
        return IntStream.range(0, then.statements().size())
                .anyMatch(i -> isSelected(remark, i) && then.statements().get(i).equals(statement));
    }

    private static boolean isSelected(Remark remark, int index) {
        return remark.statements().isEmpty() || remark.statements().contains(index);
    }

    private @Nullable AnnouncementVersion revision(String announcement, long revision) {
        return history(announcement).stream()
                .filter(version -> version.revision() == revision)
                .findFirst()
                .orElse(null);
    }

    private AnnouncementVersion inForce(String announcement) {
        return history(announcement).getLast();
    }

    private List<AnnouncementVersion> history(String announcement) {
        return Objects.requireNonNull(histories.get(announcement), announcement);
    }
}
