package io.partnerledger.deals;

import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Stage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A ceiling divided so that nothing counts twice: paid + outstanding + nonBinding + rumoured + lapsed. {@code raised}
 * is the part of what is paid that no payment told but the deal's completion says. {@code field} is the figure that
 * the amount of the ceiling counts in, null where it counts nowhere because a rumour ended.
 */
record Split(
        BigDecimal paid,
        BigDecimal raised,
        BigDecimal outstanding,
        BigDecimal nonBinding,
        BigDecimal rumoured,
        BigDecimal lapsed,
        @Nullable String field) {

    static Split of(@Nullable BigDecimal ceiling, BigDecimal told, Stage stage, @Nullable Outcome ended) {
        BigDecimal rest =
                ceiling == null ? BigDecimal.ZERO : ceiling.subtract(told).max(BigDecimal.ZERO);
        return switch (ended) {
            case COMPLETED, CONVERTED -> raised(told, rest);
            case LAPSED, TERMINATED ->
                switch (stage) {
                    case RUMOURED -> nowhere(told);
                    case NON_BINDING, BINDING -> lapsed(told, rest);
                };
            case null ->
                switch (stage) {
                    case BINDING -> outstanding(told, rest);
                    case NON_BINDING -> nonBinding(told, rest);
                    case RUMOURED -> rumoured(told, rest);
                };
        };
    }

    private static Split raised(BigDecimal told, BigDecimal rest) {
        return new Split(told.add(rest), rest, NONE, NONE, NONE, NONE, "committed");
    }

    private static Split outstanding(BigDecimal told, BigDecimal rest) {
        return new Split(told, NONE, rest, NONE, NONE, NONE, "committed");
    }

    private static Split nonBinding(BigDecimal told, BigDecimal rest) {
        return new Split(told, NONE, NONE, rest, NONE, NONE, "nonBinding");
    }

    private static Split rumoured(BigDecimal told, BigDecimal rest) {
        return new Split(told, NONE, NONE, NONE, rest, NONE, "rumoured");
    }

    private static Split lapsed(BigDecimal told, BigDecimal rest) {
        return new Split(told, NONE, NONE, NONE, NONE, rest, "lapsed");
    }

    private static Split nowhere(BigDecimal told) {
        return new Split(told, NONE, NONE, NONE, NONE, NONE, null);
    }

    private static final BigDecimal NONE = BigDecimal.ZERO;
}
