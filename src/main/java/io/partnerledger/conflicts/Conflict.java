package io.partnerledger.conflicts;

import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.SourceTier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements that cannot all hold: about a deal ({@code deal}), a partner ({@code subject}, {@code partner} and the
 * role, null where every role is meant) or a capacity; what it is not about is null. {@code organizations} are those that
 * it concerns, by id. {@code values} are what they say, each once, and
 * {@code sides} who says it.
 */
public record Conflict(
        Type type,
        @Nullable String deal,
        @Nullable String subject,
        @Nullable String partner,
        @Nullable Role role,
        @Nullable CapacityOf capacity,
        List<String> organizations,
        List<String> values,
        List<Side> sides) {

    /** What the statements disagree on. */
    public enum Type {
        /** Tellings of a commitment disclose different amounts. */
        SEVERAL_CEILINGS,
        /** Tellings of a commitment differ in how binding it is. */
        SEVERAL_STAGES,
        /** Tellings of a commitment name other parties, or another direction. */
        SEVERAL_PARTIES,
        /** Tellings of a commitment name different instruments. */
        SEVERAL_INSTRUMENTS,
        /** Endings of a deal tell different outcomes. */
        SEVERAL_OUTCOMES,
        /** More was paid than the ceiling. */
        OVERPAID,
        /** Something was paid in another currency than the deal's. */
        OTHER_CURRENCY,
        /** There are amendments, payments or endings, but no standing commitment that names the parties. */
        NO_PARTIES,
        /** A partner is said to have left a role that it did not hold then. */
        REMOVAL_WITHOUT_ADDITION,
        /** Tellings of one capacity at one status disclose different quantities. */
        SEVERAL_QUANTITIES,
        /** Perhaps one capacity, told of several providers. */
        SEVERAL_PROVIDERS
    }

    /** The capacity that a conflict is about; the status is null where the tellings need not agree on it. */
    public record CapacityOf(
            List<String> providers,
            String customer,
            CapacityUnit unit,
            @Nullable String site,
            List<String> products,
            @Nullable CapacityStatus status) {}

    /** One statement of the disagreement, the tier of its source and what it says. */
    public record Side(String announcement, int statement, long position, SourceTier tier, String says) {}
}
