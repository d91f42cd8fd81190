package io.partnerledger.capacity;

import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.SourceTier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements about capacity that cannot all hold: what they say, each value once in a fixed order, and who says it.
 * {@code providers} are all that are told, {@code status} is null where the tellings need not agree on it. Nothing is
 * refused for it; the fold decides, and this shows that it had to.
 */
public record CapacityConflict(
        Type type,
        List<String> providers,
        String customer,
        CapacityUnit unit,
        @Nullable String site,
        List<String> products,
        @Nullable CapacityStatus status,
        List<String> values,
        List<Side> sides) {

    /** What the statements disagree on. */
    public enum Type {
        /** Tellings of one capacity at one status disclose different quantities. */
        SEVERAL_QUANTITIES,
        /**
         * One customer's capacity of the same quantity, products and site is told of several providers: it may be one
         * capacity, told through each of them. Only what names products or a site is compared.
         */
        SEVERAL_PROVIDERS
    }

    /** One statement of the disagreement, the tier of its source and what it says. */
    public record Side(String announcement, int statement, long position, SourceTier tier, String says) {}

    /** Whether the organization provides or uses this capacity. */
    public boolean involves(String organization) {
        return customer.equals(organization) || providers.contains(organization);
    }
}
