package io.partnerledger.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Role;
import io.partnerledger.standing.Explained;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One role of one partner as a row that stands alone: held now where {@code until} is null, else held before until
 * before that day. What was counted and what was not is said of the partner, in each of its rows.
 */
public record RoleRow(
        String id,
        String name,
        boolean self,
        Role role,
        LocalDate since,
        EventDate sinceAsWritten,
        @Nullable LocalDate until,
        @Nullable EventDate untilAsWritten,
        List<String> products,
        @Nullable String scope,
        @Nullable Boolean exclusive,
        List<String> announcements,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> counted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> notCounted) {

    static Stream<RoleRow> of(RosterAnswer.Current partner) {
        return partner.roles().stream()
                .map(role -> new RoleRow(
                        partner.id(),
                        partner.name(),
                        partner.self(),
                        role.role(),
                        role.since(),
                        role.sinceAsWritten(),
                        null,
                        null,
                        role.products(),
                        role.scope(),
                        role.exclusive(),
                        role.announcements(),
                        partner.counted(),
                        partner.notCounted()));
    }

    static Stream<RoleRow> of(RosterAnswer.Former partner) {
        return partner.roles().stream()
                .map(role -> new RoleRow(
                        partner.id(),
                        partner.name(),
                        partner.self(),
                        role.role(),
                        role.since(),
                        role.sinceAsWritten(),
                        role.until(),
                        role.untilAsWritten(),
                        List.of(),
                        null,
                        null,
                        role.announcements(),
                        partner.counted(),
                        partner.notCounted()));
    }
}
