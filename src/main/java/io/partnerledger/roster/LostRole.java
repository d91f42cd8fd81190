package io.partnerledger.roster;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Role;
import java.time.LocalDate;
import java.util.List;

/**
 * A spell of a role that has ended: held from {@code since} until before {@code until}. The announcements are those
 * that added to the spell, by the day they take effect, and the one that ended it.
 */
public record LostRole(
        Role role,
        LocalDate since,
        EventDate sinceAsWritten,
        LocalDate until,
        EventDate untilAsWritten,
        List<String> announcements) {}
