package io.partnerledger.timeline;

import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.standing.Cause;
import io.partnerledger.standing.Histories;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.Touch;
import io.partnerledger.timeline.Told.Happened;
import io.partnerledger.timeline.Told.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that was said of a subject, or of everyone, standing or not, and in recorded order also what happened to it.
 * A statement is the subject's if it names it or speaks of a deal of which a statement says that the subject is in it.
 */
final class Timeline {

    private final Histories histories;
    private final Snapshot snapshot;
    private final long position;
    private final List<Said> said = new ArrayList<>();

    private Timeline(Histories histories, Snapshot snapshot) {
        this.histories = histories;
        this.snapshot = snapshot;
        this.position = snapshot.point().position();
    }

    /** Everything, oldest first. */
    static List<Told> of(Histories histories, Snapshot snapshot, Order order) {
        Timeline timeline = new Timeline(histories, snapshot);
        timeline.collect();
        List<Told> told = new ArrayList<>(timeline.said);
        switch (order) {
            case VALID -> {}
            case RECORDED -> told.addAll(timeline.happened());
        }
        told.sort(order.comparator());
        return told;
    }

    /** The ids that a statement names, each once. */
    static Set<String> named(Stated stated) {
        return new LinkedHashSet<>(stated.statement().organizations());
    }

    private void collect() {
        Set<String> deals = deals();
        snapshot.standing().statements().forEach(stated -> collect(stated, null, deals));
        for (LeftOut left : snapshot.standing().leftOut()) {
            collect(left.stated(), left.reason(), deals);
        }
    }

    private void collect(Stated stated, @Nullable Reason reason, Set<String> deals) {
        String subject = snapshot.subject();
        if (subject == null
                || named(stated).contains(subject)
                || stated.statement().deals().stream().anyMatch(deals::contains)) {
            said.add(new Said(stated, reason, histories.telling(stated, position, snapshot.registry())));
        }
    }

    /** The deals that the subject is in, as far as any statement says so. */
    private Set<String> deals() {
        Set<String> deals = new HashSet<>();
        snapshot.standing().statements().forEach(stated -> addDeal(stated, deals));
        snapshot.standing().leftOut().forEach(left -> addDeal(left.stated(), deals));
        return deals;
    }

    private void addDeal(Stated stated, Set<String> deals) {
        boolean names = stated.statement() instanceof CommitmentMade || stated.statement() instanceof CapacityAnnounced;
        String subject = snapshot.subject();
        if (names && subject != null && named(stated).contains(subject)) {
            deals.addAll(stated.statement().deals());
        }
    }

    private List<Happened> happened() {
        Set<String> announcements =
                said.stream().map(one -> one.stated().announcement()).collect(Collectors.toSet());
        return histories.touches(-1, position).stream()
                .filter(touch -> touch.cause() != Cause.NEW_ANNOUNCEMENT && concerns(touch, announcements))
                .map(Happened::new)
                .toList();
    }

    private boolean concerns(Touch touch, Set<String> announcements) {
        String organization = touch.organization();
        if (organization == null) {
            return touch.announcement() != null && announcements.contains(touch.announcement());
        }
        String subject = snapshot.subject();
        return subject == null
                || snapshot.registry().survivorOf(organization).equals(subject)
                || touch.reach().stream().anyMatch(announcements::contains);
    }
}
