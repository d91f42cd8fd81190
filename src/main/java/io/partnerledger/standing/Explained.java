package io.partnerledger.standing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of an explanation: the statement (its place in the announcement, from 0), the announcement's position, the
 * amount it brought to {@code field} (null where it brings none), and the reason why it was not counted (null where it
 * was).
 */
public record Explained(
        String announcement,
        int statement,
        long position,
        @Nullable BigDecimal amount,
        @Nullable String field,
        @Nullable Reason reason) {

    public static Explained counted(Stated stated, @Nullable BigDecimal amount, String field) {
        return new Explained(stated.announcement(), stated.index(), stated.position(), amount, field, null);
    }

    public static Explained notCounted(Stated stated, @Nullable BigDecimal amount, Reason reason) {
        return new Explained(stated.announcement(), stated.index(), stated.position(), amount, null, reason);
    }
}
