package io.partnerledger.timeline;

import io.partnerledger.standing.Cause;
import io.partnerledger.standing.Histories;
import io.partnerledger.standing.Histories.Heard;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Touch;
import io.partnerledger.timeline.Told.Happened;
import io.partnerledger.timeline.Told.Said;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that was said of a subject, or of everyone, standing or not, and in recorded order also what happened to it.
 * A statement is the subject's if it names it or speaks of a deal of which a statement says that the subject is in it.
 */
final class Timeline {

    private final Histories histories;
    private final Snapshot snapshot;
    private final long position;
    private final List<Heard> heard;

    private Timeline(Histories histories, Snapshot snapshot) {
        this.histories = histories;
        this.snapshot = snapshot;
        this.position = snapshot.point().position();
        this.heard =
                histories.heard(snapshot.subject(), position, snapshot.point().validAt());
    }

    /** Everything, oldest first. */
    static List<Told> of(Histories histories, Snapshot snapshot, Order order) {
        Timeline timeline = new Timeline(histories, snapshot);
        return switch (order) {
            case VALID -> timeline.said();
            case RECORDED -> {
                List<Told> told = new ArrayList<>(timeline.said());
                told.addAll(timeline.happened());
                told.sort(Told.BY_ENTRY);
                yield told;
            }
        };
    }

    /** Each is put together only when it is looked at: most are on other pages. */
    private List<Told> said() {
        return new AbstractList<>() {
            @Override
            public Told get(int index) {
                Heard one = heard.get(index);
                return new Said(one.stated(), one.reason(), one.telling());
            }

            @Override
            public int size() {
                return heard.size();
            }
        };
    }

    private List<Happened> happened() {
        Set<String> announcements =
                heard.stream().map(one -> one.stated().announcement()).collect(Collectors.toSet());
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
