package io.partnerledger.announcement.write;

import io.partnerledger.announcement.RecordedAnnouncements;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Refuses duplicate links that would lead nowhere or back: a rule across announcements that no aggregate can hold. */
@Component
final class DuplicateLinks {

    private final RecordedAnnouncements announcements;

    DuplicateLinks(RecordedAnnouncements announcements) {
        this.announcements = announcements;
    }

    void requireNoCircle(String announcement, String target) {
        if (announcement.equals(target)) {
            return;
        }
        if (!announcements.isRecorded(target)) {
            throw refused(Rejection.Code.UNKNOWN_TARGET, "No announcement " + target + " is recorded");
        }
        Set<String> passed = new HashSet<>();
        Optional<String> next = Optional.of(target);
        while (next.isPresent() && passed.add(next.get())) {
            next = announcements.duplicateOf(next.get());
            if (next.isPresent() && next.get().equals(announcement)) {
                throw refused(
                        Rejection.Code.DUPLICATE_CIRCLE, target + " is itself held for a duplicate of " + announcement);
            }
        }
    }

    private static Rejected refused(Rejection.Code code, String detail) {
        return new Rejected(List.of(new Rejection(code, "/duplicateOf", detail)));
    }
}
