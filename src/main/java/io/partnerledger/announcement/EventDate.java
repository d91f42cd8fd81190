package io.partnerledger.announcement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A date as a source gave it, in EDTF level 0 or 1 ({@code 2026-05-07}, {@code 2026-05}, {@code 2026~},
 * {@code 2027/..}), kept as written with the earliest and latest day it can mean. {@code latest} is null where the
 * end is open or unknown. {@link Edtf#parse} makes one; a stored date is never refused. Source of the rule: the
 * Library of Congress EDTF specification (ISO 8601-2, profile levels 0 and 1).
 */
public record EventDate(
        String written, LocalDate earliest, @Nullable LocalDate latest) {

    /** Days between the earliest and the latest day, the measure of precision: 0 is exact; open ends count most. */
    public long vaguenessDays() {
        return latest == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(earliest, latest);
    }

    @Override
    public String toString() {
        return written;
    }
}
