package io.partnerledger.standing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a fold needs for one question: the subject's surviving id (null: everyone), the point in both times, the
 * statements, and the organizations' names.
 */
public record Snapshot(@Nullable String subject, Point point, Standing standing, Registry registry) {

    /** The subject of a question that has one. */
    public String requireSubject() {
        return Objects.requireNonNull(subject, "The question is about everyone");
    }
}
