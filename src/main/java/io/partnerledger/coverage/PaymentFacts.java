package io.partnerledger.coverage;

import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Parties;
import io.partnerledger.deals.Payment;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each payment that counts rests on: its first telling and those that the deal's fold took for it told again. */
final class PaymentFacts {

    private record Money(BigDecimal amount, @Nullable String currency) {}

    private PaymentFacts() {}

    static List<Assertion> of(Deal deal, Spoken spoken) {
        Map<Payment, List<Stated>> tellings = new LinkedHashMap<>();
        Map<Money, List<Payment>> firsts = new HashMap<>();
        for (Payment payment : deal.payments()) {
            BigDecimal amount = payment.amount();
            if (amount == null) {
                continue;
            }
            List<Payment> alike = firsts.computeIfAbsent(
                    new Money(amount.stripTrailingZeros(), payment.currency()), _ -> new ArrayList<>());
            Payment first = payment.reason() == Reason.DUPLICATE ? retold(payment, alike) : null;
            if (first == null) {
                alike.add(payment);
            }
            tellings.computeIfAbsent(first == null ? payment : first, _ -> new ArrayList<>())
                    .add(spoken.at(payment.announcement(), payment.statement()));
        }
        return tellings.entrySet().stream()
                .map(entry -> assertion(deal, entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The latest payment before that this one can be told again of. */
    private static @Nullable Payment retold(Payment payment, List<Payment> alike) {
        return alike.reversed().stream()
                .filter(first -> !first.announcement().equals(payment.announcement()))
                .filter(first -> first.tranche() == null
                        || payment.tranche() == null
                        || first.tranche().equals(payment.tranche()))
                .findFirst()
                .orElse(null);
    }

    private static Assertion assertion(Deal deal, Payment payment, List<Stated> told) {
        Parties parties = deal.parties();
        return new Assertion(
                Fact.Kind.PAYMENT,
                deal.deal(),
                parties == null ? List.of() : List.of(parties.from(), parties.to()),
                Written.words(
                        Written.money(Objects.requireNonNull(payment.amount()), payment.currency()), payment.tranche()),
                told,
                Map.of(),
                false);
    }
}
