package io.partnerledger.flows;

import java.math.BigDecimal;
import java.util.List;

/**
 * Money that goes in a circle: each member gives to the next, and the last to the first, which is the first by id.
 * {@code sizes} are the amounts that go all the way round, the smallest committed one of its edges in each currency in
 * which every edge commits something, by currency; {@code mayBeMore} says that an edge has deals of which the amount
 * is undisclosed or open-ended and that neither lapsed nor were terminated.
 */
public record Cycle(List<String> members, List<Size> sizes, boolean mayBeMore) {

    /** An amount that goes all the way round, in units of its currency. */
    public record Size(String currency, BigDecimal amount) {}
}
