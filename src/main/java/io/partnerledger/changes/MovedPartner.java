package io.partnerledger.changes;

import io.partnerledger.standing.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner whose roles on the roster of a subject are others at the end than at the beginning: all its spells then and
 * now, ended ones too, and which entries of the log added and removed which of them. Before, with what was added and
 * without what was removed, is after.
 */
public record MovedPartner(
        String subject, String partner, Kind change, List<RoleSpell> before, List<RoleSpell> after, List<Part> parts) {

    /** Whether the partner holds a role only at the end, only at the beginning, or otherwise. */
    public enum Kind {
        APPEARED,
        LEFT,
        CHANGED;

        static Kind of(List<RoleSpell> before, List<RoleSpell> after) {
            boolean was = before.stream().anyMatch(RoleSpell::isHeld);
            boolean is = after.stream().anyMatch(RoleSpell::isHeld);
            return was == is ? CHANGED : is ? APPEARED : LEFT;
        }
    }

    /** What one entry of the log, about an announcement or an organization (the other is null), did to the spells. */
    public record Part(
            long position,
            @Nullable String announcement,
            @Nullable String organization,
            Cause cause,
            List<RoleSpell> added,
            List<RoleSpell> removed) {}
}
