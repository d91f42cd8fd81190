package io.partnerledger.deals;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.deals.DealConflict.Side;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the statements about one deal disagree on. All tellings of the commitment are compared, rumours and weak
 * sources too. Amendments report a change and contradict nobody.
 */
final class DealConflicts {

    private final DealThread thread;
    private final List<DealConflict> found = new ArrayList<>();

    DealConflicts(DealThread thread) {
        this.thread = thread;
    }

    List<DealConflict> found() {
        return found;
    }

    void betweenTellings() {
        Comparator<CommitmentMade> smallestFirst = Comparator.comparing(
                made -> Objects.requireNonNull(made.amount().counted()));
        disagreement(
                DealConflict.Type.SEVERAL_CEILINGS,
                thread.made.stream()
                        .filter(told -> told.statement().amount().counted() != null)
                        .toList(),
                made -> written(made.amount()),
                smallestFirst.thenComparing(made -> written(made.amount())));
        disagreement(DealConflict.Type.SEVERAL_STAGES, thread.made, made -> kebab(made.stage()));
        disagreement(DealConflict.Type.SEVERAL_PARTIES, thread.made, made -> made.from() + " to " + made.to());
        disagreement(DealConflict.Type.SEVERAL_INSTRUMENTS, thread.made, made -> kebab(made.instrument()));
        disagreement(DealConflict.Type.SEVERAL_OUTCOMES, thread.ended, ended -> kebab(ended.outcome()));
    }

    void overpaid(List<Payment> payments, @Nullable BigDecimal ceiling, BigDecimal paid, String currency) {
        if (ceiling != null && paid.compareTo(ceiling) > 0) {
            add(
                    DealConflict.Type.OVERPAID,
                    List.of(written(paid, currency), written(ceiling, currency)),
                    sides(payments, payment -> currency.equals(Deal.currencyOr(payment.currency()))));
        }
    }

    void inOtherCurrencies(List<Payment> payments, String currency) {
        if (payments.isEmpty()) {
            return;
        }
        List<Side> others = sides(payments, payment -> !currency.equals(Deal.currencyOr(payment.currency())));
        if (!others.isEmpty()) {
            List<String> says = others.stream().map(Side::says).distinct().toList();
            add(DealConflict.Type.OTHER_CURRENCY, says, others);
        }
    }

    void withoutParties() {
        Stream<Side> sides = Stream.of(
                        thread.amended.stream().map(told -> side(told, "commitment-amended")),
                        thread.paid.stream().map(told -> side(told, "tranche-paid")),
                        thread.ended.stream().map(told -> side(told, "commitment-ended")))
                .flatMap(Function.identity());
        add(DealConflict.Type.NO_PARTIES, List.of(), sides.toList());
    }

    private <S extends Statement> void disagreement(
            DealConflict.Type type, List<Told<S>> told, Function<S, String> says) {
        disagreement(type, told, says, Comparator.comparing(says));
    }

    private <S extends Statement> void disagreement(
            DealConflict.Type type, List<Told<S>> told, Function<S, String> says, Comparator<S> order) {
        if (told.size() < 2) {
            return;
        }
        Map<String, S> distinct = new HashMap<>();
        told.forEach(one -> distinct.putIfAbsent(says.apply(one.statement()), one.statement()));
        List<String> values = distinct.values().stream().sorted(order).map(says).toList();
        if (values.size() > 1) {
            add(
                    type,
                    values,
                    told.stream()
                            .map(one -> side(one, says.apply(one.statement())))
                            .toList());
        }
    }

    /** The counted payments of this kind; payments lie in the order of the thread. */
    private List<Side> sides(List<Payment> payments, Predicate<Payment> kind) {
        return IntStream.range(0, payments.size())
                .filter(i -> payments.get(i).counted() && kind.test(payments.get(i)))
                .mapToObj(thread.paid::get)
                .map(told -> side(told, written(told.statement().amount())))
                .toList();
    }

    private void add(DealConflict.Type type, List<String> values, List<Side> sides) {
        found.add(new DealConflict(type, thread.deal, values, sides));
    }

    private static Side side(Told<?> told, String says) {
        Stated stated = told.stated();
        return new Side(stated.announcement(), stated.index(), stated.position(), stated.tier(), says);
    }

    private static String written(Amount amount) {
        return written(Objects.requireNonNull(amount.counted()), Deal.currencyOr(amount.currency()));
    }

    private static String written(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().toPlainString() + " " + currency;
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
