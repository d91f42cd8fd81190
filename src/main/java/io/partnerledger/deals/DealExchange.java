package io.partnerledger.deals;

import io.partnerledger.rates.Conversion;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A folded deal in one currency. What was split in the deal's own currency is converted part by part: the ceiling, the
 * rest of it, and what a completion raised, at the rate of the day of the statement that gave the amount, each payment
 * at the rate of the day of its own. The deal's currency is the one that its ceiling comes out in, and {@code paid} what
 * was paid in that.
 */
final class DealExchange {

    private DealExchange() {}

    /** A deal with parties; the statement given is the one that gave its amount, or said that it is undisclosed. */
    static Deal ofMade(Deal deal, BigDecimal raised, Stated given, Exchange exchange) {
        LocalDate day = given.announcedOn().earliest();
        String own = Deal.currencyOr(deal.currency());
        UnaryOperator<BigDecimal> part = amount -> exchange.convert(amount, own, day);
        String currency = exchange.currency(own, day);
        List<Payment> payments =
                deal.payments().stream().map(payment -> payment.in(exchange)).toList();
        BigDecimal ceiling = deal.ceiling();
        return with(
                deal,
                currency,
                ceiling == null ? null : part.apply(ceiling),
                told(payments, currency).add(part.apply(raised)),
                part,
                payments,
                exchange.conversion(ceiling, own, day));
    }

    /** A deal of which nothing but payments is known. */
    static Deal ofPayments(Deal deal, Exchange exchange) {
        List<Payment> payments =
                deal.payments().stream().map(payment -> payment.in(exchange)).toList();
        String currency = payments.stream()
                .map(Payment::currency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        BigDecimal paid = currency == null ? BigDecimal.ZERO : told(payments, currency);
        return with(deal, currency, null, paid, UnaryOperator.identity(), payments, null);
    }

    private static BigDecimal told(List<Payment> payments, String currency) {
        return payments.stream()
                .filter(payment -> payment.counted() && currency.equals(Deal.currencyOr(payment.currency())))
                .map(payment -> Objects.requireNonNull(payment.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Deal with(
            Deal deal,
            @Nullable String currency,
            @Nullable BigDecimal ceiling,
            BigDecimal paid,
            UnaryOperator<BigDecimal> rest,
            List<Payment> payments,
            @Nullable Conversion conversion) {
        return new Deal(
                deal.deal(),
                deal.from(),
                deal.to(),
                deal.instrument(),
                currency,
                deal.stage(),
                deal.qualifier(),
                ceiling,
                deal.ceilingGivenBy(),
                paid,
                rest.apply(deal.outstanding()),
                rest.apply(deal.conditional()),
                rest.apply(deal.nonBinding()),
                rest.apply(deal.rumoured()),
                rest.apply(deal.lapsed()),
                payments,
                deal.ended(),
                deal.conditions(),
                deal.period(),
                deal.openEnded(),
                deal.self(),
                deal.counted(),
                deal.notCounted(),
                deal.conflicts(),
                conversion);
    }
}
