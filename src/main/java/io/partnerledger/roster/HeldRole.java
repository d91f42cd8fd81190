package io.partnerledger.roster;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role that a partner holds: the day of the first addition of the unbroken spell and that date as written, the
 * products named since then (each once, by name), the announcements that say so (each once, by the day they take
 * effect), and scope and exclusivity as last stated in the spell, null where never.
 */
public record HeldRole(
        Role role,
        LocalDate since,
        EventDate sinceAsWritten,
        List<String> products,
        List<String> announcements,
        @Nullable String scope,
        @Nullable Boolean exclusive) {}
