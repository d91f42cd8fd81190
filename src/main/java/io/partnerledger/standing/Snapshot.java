package io.partnerledger.standing;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a fold needs for one question: the subject's surviving id (null: everyone), the point in both times, the
 * organizations' names, and the histories from which what stands is picked when it is asked for.
 */
public record Snapshot(@Nullable String subject, Point point, Registry registry, Histories from) {

    /** The subject of a question that has one. */
    public String requireSubject() {
        return Objects.requireNonNull(subject, "The question is about everyone");
    }

    /** What stands, and what does not, each with its reason. */
    public Standing standing() {
        return from.standing(point.position(), point.validAt());
    }

    /** What stands of each unit, to be folded by itself. */
    public List<Part> parts() {
        return parts(Unit.class);
    }

    /** What stands of each unit of a kind. */
    public List<Part> parts(Class<? extends Unit> kind) {
        return from.parts(kind, point.position(), point.validAt());
    }

    /** For those who ask who said what: the versions of each announcement, oldest first, with their sources. */
    public Collection<List<AnnouncementVersion>> histories() {
        return from.versions(point.position());
    }
}
