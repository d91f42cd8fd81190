package io.partnerledger.deals;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Folds one thread into its deal: made, amended, paid, ended, split. */
final class DealFold {

    private static final BigDecimal NONE = BigDecimal.ZERO;

    private final DealThread thread;
    private final Exchange exchange;
    private final Explanation explanation;
    private final DealConflicts conflicts;
    private final List<Payment> payments;

    private DealFold(DealThread thread, Exchange exchange) {
        this.thread = thread;
        this.exchange = exchange;
        this.explanation = new Explanation(exchange);
        this.conflicts = new DealConflicts(thread);
        this.payments = Payments.of(thread.paid);
    }

    static Deal of(DealThread thread, Exchange exchange) {
        Making making = Making.of(thread.made);
        DealFold fold = new DealFold(thread, exchange);
        return making == null ? fold.withoutParties() : fold.made(making);
    }

    private Deal made(Making making) {
        CommitmentMade believed = making.believed().statement();
        Terms terms = new Terms(making, thread.amended, explanation);
        Amount amount = terms.amount();
        BigDecimal ceiling = amount.counted();
        String currency = Deal.currencyOr(amount.currency());
        BigDecimal told = told(currency);
        Told<CommitmentEnded> ending = thread.ended.isEmpty() ? null : thread.ended.getLast();
        Outcome ended = ending == null ? null : ending.statement().outcome();
        Split split = Split.of(ceiling, told, terms.stage(), ended);
        terms.explain(thread.made, split.field(), explanation);
        explainPayments();
        explainEndings(split, terms);
        conflicts.betweenTellings();
        conflicts.overpaid(payments, ceiling, told, currency);
        if (amount.currency() != null) {
            conflicts.inOtherCurrencies(payments, currency);
        }
        String conditions = terms.conditions();
        Deal deal = new Deal(
                thread.deal,
                believed.from(),
                believed.to(),
                believed.instrument(),
                currency,
                terms.stage(),
                ceiling == null ? Qualifier.UNDISCLOSED : amount.qualifier(),
                ceiling,
                ceiling == null ? null : given(terms.amountFrom()),
                split.paid(),
                split.outstanding(),
                conditions == null || conditions.isBlank() ? NONE : split.outstanding(),
                split.nonBinding(),
                split.rumoured(),
                split.lapsed(),
                payments,
                ended,
                conditions,
                believed.period(),
                ended == null && ceiling != null && amount.qualifier() == Qualifier.AT_LEAST,
                believed.from().equals(believed.to()),
                explanation.counted,
                notCounted(),
                conflicts.found(),
                null);
        return exchange.isAsked() ? DealExchange.ofMade(deal, split.raised(), terms.amountFrom(), exchange) : deal;
    }

    private Deal withoutParties() {
        String currency = firstPaidCurrency();
        thread.amended.forEach(
                told -> explanation.notCounted(told.stated(), told.statement().amount(), Reason.NO_PARTIES));
        explainPayments();
        thread.ended.forEach(told -> explanation.notCounted(told.stated(), null, Reason.NO_PARTIES));
        conflicts.withoutParties();
        Deal deal = new Deal(
                thread.deal,
                null,
                null,
                null,
                currency,
                null,
                null,
                null,
                null,
                currency == null ? NONE : told(currency),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                payments,
                null,
                null,
                null,
                false,
                false,
                explanation.counted,
                notCounted(),
                conflicts.found(),
                null);
        return exchange.isAsked() ? DealExchange.ofPayments(deal, exchange) : deal;
    }

    private @Nullable String firstPaidCurrency() {
        return payments.stream()
                .map(Payment::currency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private BigDecimal told(String currency) {
        return payments.stream()
                .filter(payment -> payment.counted() && currency.equals(Deal.currencyOr(payment.currency())))
                .map(payment -> Objects.requireNonNull(payment.amount()))
                .reduce(NONE, BigDecimal::add);
    }

    private void explainPayments() {
        for (int i = 0; i < payments.size(); i++) {
            Stated stated = thread.paid.get(i).stated();
            Reason reason = payments.get(i).reason();
            if (reason == null) {
                explanation.counted(stated, thread.paid.get(i).statement().amount(), "paid");
            } else {
                explanation.notCounted(stated, thread.paid.get(i).statement().amount(), reason);
            }
        }
    }

    private void explainEndings(Split split, Terms terms) {
        if (thread.ended.isEmpty()) {
            return;
        }
        Stated newest = thread.ended.getLast().stated();
        if (split.raised().signum() > 0) {
            explanation.raised(newest, split.raised(), terms.amount().currency(), terms.amountFrom());
        } else {
            explanation.counted(newest, "ended");
        }
        thread.ended.stream()
                .limit(thread.ended.size() - 1L)
                .forEach(older -> explanation.notCounted(older.stated(), null, Reason.SUPERSEDED));
    }

    private List<Explained> notCounted() {
        explanation.notCounted.addAll(thread.aside);
        return explanation.notCounted;
    }

    private static Deal.Given given(Stated stated) {
        return new Deal.Given(stated.announcement(), stated.index(), stated.position(), stated.announcedOn());
    }
}
