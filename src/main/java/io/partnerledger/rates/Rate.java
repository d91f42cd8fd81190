package io.partnerledger.rates;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What turns one currency into another on one day: both as published against the euro on that {@code date}. Amounts are
 * multiplied by the one and divided by the other and rounded once, so that nothing is lost on the way.
 */
public record Rate(LocalDate date, Leg from, Leg to) {

    private static final MathContext SHOWN = new MathContext(12, RoundingMode.HALF_EVEN);

    /** The amount in the other currency, rounded half to even to this many decimals. */
    BigDecimal convert(BigDecimal amount, int decimals) {
        return amount.multiply(to.perEuro()).divide(from.perEuro(), decimals, RoundingMode.HALF_EVEN);
    }

    /** Units of the other currency for one, to twelve digits: to be read, never to be reckoned with. */
    BigDecimal shown() {
        return to.perEuro().divide(from.perEuro(), SHOWN);
    }

    /** The published figures that it is made of; the euro itself has none. */
    List<Leg> legs() {
        return Stream.of(from, to)
                .filter(leg -> !leg.currency().equals(Rates.EURO))
                .toList();
    }
}
