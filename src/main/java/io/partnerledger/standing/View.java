package io.partnerledger.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every answer opens with: the subject (the survivor where the one asked for was merged, with the ids it answers
 * for), the point in both times, the position of the log that the answer reflects, the version of the fold rules, and
 * a path that answers the same for as long as these rules are served.
 */
public record View(
        @Nullable String subject,
        List<String> mergedFrom,
        LocalDate validAt,
        @Nullable String asOf,
        long position,
        int rules,
        String permalink) {}
