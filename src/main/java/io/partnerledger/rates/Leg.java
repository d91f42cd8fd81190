package io.partnerledger.rates;

import java.math.BigDecimal;

/** A reference rate as it was published: this many units of the currency for one euro. */
public record Leg(String currency, BigDecimal perEuro) {}
