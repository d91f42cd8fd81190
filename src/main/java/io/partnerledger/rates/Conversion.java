package io.partnerledger.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a converted amount comes from: the {@code amount} in its own {@code currency}, the {@code day} of the statement
 * that gave it, the {@code rate} (units of the other currency for one, to twelve digits), the date that it is of, the
 * published figures that the amount was reckoned with, and their source. Rate, date and source are null where there was
 * no rate: then the amount stayed what it is.
 */
public record Conversion(
        BigDecimal amount,
        String currency,
        LocalDate day,
        @Nullable BigDecimal rate,
        @Nullable LocalDate rateDate,
        List<Leg> legs,
        @Nullable String source) {}
