package io.partnerledger.deals;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells payments from their retellings. A payment of numerically the same amount and currency as one already counted,
 * from another announcement, at most seven days after that first telling, is the same one told again, unless both are
 * labelled and the labels differ. Everything is compared with the first telling: retellings do not stretch the week,
 * and lend it no label. Each payment is looked up in constant time.
 */
final class Payments {

    private static final long RETOLD_WITHIN_DAYS = 7;

    private final Map<Money, Latest> byMoney = new HashMap<>();
    private final Map<Labelled, Latest> byLabel = new HashMap<>();

    private record Money(BigDecimal amount, @Nullable String currency) {}

    private record Labelled(Money money, @Nullable String tranche) {}

    private Payments() {}

    static List<Payment> of(List<Told<TranchePaid>> oldestFirst) {
        if (oldestFirst.isEmpty()) {
            return List.of();
        }
        Payments seen = new Payments();
        List<Payment> payments = new ArrayList<>(oldestFirst.size());
        for (Told<TranchePaid> told : oldestFirst) {
            payments.add(payment(told, seen.whyNotCounted(told)));
        }
        return payments;
    }

    private @Nullable Reason whyNotCounted(Told<TranchePaid> told) {
        Amount amount = told.statement().amount();
        BigDecimal counted = amount.counted();
        if (counted == null) {
            return Reason.UNDISCLOSED;
        }
        Money money = new Money(counted.stripTrailingZeros(), amount.currency());
        String tranche = told.statement().tranche();
        boolean retold = tranche == null
                ? retells(byMoney.get(money), told.stated())
                : retells(byLabel.get(new Labelled(money, tranche)), told.stated())
                        || retells(byLabel.get(new Labelled(money, null)), told.stated());
        if (retold) {
            return Reason.DUPLICATE;
        }
        byMoney.computeIfAbsent(money, _ -> new Latest()).add(told.stated());
        byLabel.computeIfAbsent(new Labelled(money, tranche), _ -> new Latest()).add(told.stated());
        return null;
    }

    private static boolean retells(@Nullable Latest firsts, Stated telling) {
        Stated first = firsts == null ? null : firsts.fromAnotherThan(telling.announcement());
        return first != null
                && ChronoUnit.DAYS.between(
                                first.announcedOn().earliest(),
                                telling.announcedOn().earliest())
                        <= RETOLD_WITHIN_DAYS;
    }

    private static Payment payment(Told<TranchePaid> told, @Nullable Reason reason) {
        Stated stated = told.stated();
        TranchePaid paid = told.statement();
        return new Payment(
                stated.announcement(),
                stated.index(),
                stated.position(),
                stated.announcedOn(),
                paid.amount().counted(),
                paid.amount().currency(),
                paid.tranche(),
                reason == null,
                reason,
                null);
    }

    /** The latest first telling, and the latest one from another announcement than that. */
    private static final class Latest {

        private @Nullable Stated last;
        private @Nullable Stated lastFromAnother;

        void add(Stated first) {
            if (last != null && !last.announcement().equals(first.announcement())) {
                lastFromAnother = last;
            }
            last = first;
        }

        @Nullable
        Stated fromAnotherThan(String announcement) {
            return last == null || last.announcement().equals(announcement) ? lastFromAnother : last;
        }
    }
}
