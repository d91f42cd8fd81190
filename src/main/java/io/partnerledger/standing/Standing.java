package io.partnerledger.standing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What the folds fold over: the statements that stand on day {@code validAt} as known at one position of the log,
 * oldest first in whatever order they are given, and those that do not, each with its reason, oldest first too.
 */
public record Standing(LocalDate validAt, List<Stated> statements, List<LeftOut> leftOut) {

    private static final Comparator<LeftOut> OLDEST_FIRST =
            Comparator.comparing(LeftOut::stated, Stated.OLDEST_FIRST).thenComparing(LeftOut::reason);

    public Standing {
        statements = inOrder(statements, Stated.OLDEST_FIRST);
        leftOut = inOrder(leftOut, OLDEST_FIRST);
    }

    /** What is said of one deal, without what the same announcements say of others. */
    public Standing ofDeal(String deal) {
        return new Standing(
                validAt,
                statements.stream()
                        .filter(stated -> stated.statement().deals().contains(deal))
                        .toList(),
                leftOut.stream()
                        .filter(left -> left.stated().statement().deals().contains(deal))
                        .toList());
    }

    private static <T> List<T> inOrder(List<T> given, Comparator<T> order) {
        return given instanceof InOrder<T>
                ? Collections.unmodifiableList(given)
                : given.stream().sorted(order).toList();
    }
}
