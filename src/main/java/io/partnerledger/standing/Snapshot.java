package io.partnerledger.standing;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a fold needs for one question: the subject's surviving id (null: everyone), the point in both times, the
 * statements, the organizations' names, and for those who ask who said what, the versions of each announcement, oldest
 * first, with their sources.
 */
public record Snapshot(
        @Nullable String subject,
        Point point,
        Standing standing,
        Registry registry,
        Collection<List<AnnouncementVersion>> histories) {

    /** The subject of a question that has one. */
    public String requireSubject() {
        return Objects.requireNonNull(subject, "The question is about everyone");
    }
}
