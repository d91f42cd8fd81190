package io.partnerledger.changes;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Role;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A time of holding a role, as the roster has it: from {@code since} until before {@code until}, null while it is held. */
public record RoleSpell(
        Role role,
        LocalDate since,
        EventDate sinceAsWritten,
        @Nullable LocalDate until,
        @Nullable EventDate untilAsWritten) {

    static final Comparator<RoleSpell> ORDER = Comparator.comparing((RoleSpell spell) -> spell.role.name())
            .thenComparing(RoleSpell::since)
            .thenComparing(spell -> spell.sinceAsWritten.written())
            .thenComparing(spell -> spell.untilAsWritten == null ? "" : spell.untilAsWritten.written());

    /** Role and day tell nearly all apart, and the words of the dates are long to go through. */
    @Override
    public int hashCode() {
        return Objects.hash(role, since);
    }

    boolean isHeld() {
        return until == null;
    }
}
