package io.partnerledger.deals;

import io.partnerledger.standing.Explained;
import org.jspecify.annotations.Nullable;

/** A line of an explanation that fits no deal and no row, with the parties it speaks of, null where it names none. */
public record Unplaced(@Nullable String from, @Nullable String to, Explained line) {

    /** Whether the line may concern the organization: it names it on either side, or names nobody. */
    public boolean mayConcern(String organization) {
        return (from == null && to == null) || organization.equals(from) || organization.equals(to);
    }
}
