package io.partnerledger.deals;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.Statements;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The constant-time look-up of retellings answers what comparing with every first telling answers. */
class RetoldPaymentsTest {

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void theLookUpAgreesWithComparingAll(@ForAll("payments") List<Told<TranchePaid>> payments) {
        List<Boolean> counted =
                Payments.of(payments).stream().map(Payment::counted).toList();

        assertThat(counted).isEqualTo(comparingAll(payments));
    }

    @Provide
    Arbitrary<List<Told<TranchePaid>>> payments() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of("1", "2", "2.00"),
                        Arbitraries.of("x", "y").injectNull(0.5))
                .as((announcement, day, amount, tranche) -> {
                    LocalDate on = LocalDate.of(2026, 1, day);
                    TranchePaid paid = new TranchePaid(Statements.D, Statements.usd(amount), tranche);
                    return new Told<>(
                            new Stated(
                                    announcement,
                                    0,
                                    0,
                                    new EventDate(on.toString(), on, on),
                                    SourceTier.SOCIAL,
                                    Rank.NORMAL,
                                    paid),
                            paid);
                })
                .list()
                .ofMaxSize(12)
                .map(told -> told.stream()
                        .sorted(Comparator.comparing(Told::stated, Stated.OLDEST_FIRST))
                        .toList());
    }

    private static List<Boolean> comparingAll(List<Told<TranchePaid>> payments) {
        List<Told<TranchePaid>> firsts = new ArrayList<>();
        List<Boolean> counted = new ArrayList<>();
        for (Told<TranchePaid> payment : payments) {
            boolean retold = firsts.stream().anyMatch(first -> retells(payment, first));
            counted.add(!retold);
            if (!retold) {
                firsts.add(payment);
            }
        }
        return counted;
    }

    private static BigDecimal amount(Told<TranchePaid> payment) {
        return Objects.requireNonNull(payment.statement().amount().counted());
    }

    private static boolean retells(Told<TranchePaid> payment, Told<TranchePaid> first) {
        String label = payment.statement().tranche();
        String firstLabel = first.statement().tranche();
        return amount(payment).compareTo(amount(first)) == 0
                && !payment.stated().announcement().equals(first.stated().announcement())
                && (label == null || firstLabel == null || label.equals(firstLabel))
                && ChronoUnit.DAYS.between(
                                first.stated().announcedOn().earliest(),
                                payment.stated().announcedOn().earliest())
                        <= 7;
    }
}
