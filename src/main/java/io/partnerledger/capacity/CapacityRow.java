package io.partnerledger.capacity;

import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Reason;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One capacity as it stands: the telling that is believed and, oldest first, all that stand, the believed one among
 * them. Quantities are in the unit of the key and are never added up. A history of statuses (contracted, then online)
 * is told by statements of the same key: the believed one gives status and quantity together, the others are
 * {@code superseded}, however far they had come. A row without tellings has lost all that counted.
 */
public record CapacityRow(
        CapacityKey key, @Nullable CapacityTelling believed, List<CapacityTelling> tellings, List<LeftOut> leftOut) {

    /** The believed telling of a row in which something stands. */
    public CapacityTelling requireBelieved() {
        return Objects.requireNonNull(believed, "Nothing stands in this row");
    }

    /** Whether more than the quantity may be there: it is told as a least one and has not been released. */
    public boolean openEnded() {
        return believed != null
                && believed.said().quantity().qualifier() == Qualifier.AT_LEAST
                && believed.said().status() != CapacityStatus.RELEASED;
    }

    /** Whether the customer provides it to itself, since a merge. */
    public boolean self() {
        return key.provider().equals(key.customer());
    }

    /** The line of the believed telling, with the quantity that it brought. */
    public List<Explained> counted() {
        return believed == null
                ? List.of()
                : List.of(Explained.counted(believed.stated(), believed.counted(), "quantity"));
    }

    /** The lines of the other tellings, and of what does not stand. */
    public List<Explained> notCounted() {
        return Stream.concat(
                        tellings.stream()
                                .filter(telling -> !telling.equals(believed))
                                .map(telling ->
                                        Explained.notCounted(telling.stated(), telling.counted(), Reason.SUPERSEDED)),
                        leftOut.stream().map(Capacity::line))
                .toList();
    }
}
