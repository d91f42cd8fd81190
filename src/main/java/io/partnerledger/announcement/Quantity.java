package io.partnerledger.announcement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Computing capacity as a source stated it, in {@code unit}. The rules for value, min and max are those of {@link Amount}. */
public record Quantity(
        Qualifier qualifier,
        @Nullable BigDecimal value,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        CapacityUnit unit,
        @Nullable String printed) {}
