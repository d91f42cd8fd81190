package io.partnerledger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.rates.Exchange;
import io.partnerledger.rates.MadeUpRates;
import io.partnerledger.rates.Rates;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Histories;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.Remembered;
import io.partnerledger.standing.Standing;
import io.partnerledger.totals.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever is entered: the parts are the whole, and what is at the beginning with what moved is what is at the end. */
class ChangesPropertiesTest {

    private static final LocalDate VALID_AT = LocalDate.of(2025, 6, 30);

    /** Made up; of the days that are announced some have a rate and some have none. */
    private static final Rates RATES = MadeUpRates.rates("Date,USD\n2024-03-01,1.25\n2024-12-30,1.3\n");

    @Provide
    Arbitrary<List<Object>> logs() {
        return GeneratedLedger.logs();
    }

    @Provide
    Arbitrary<@Nullable String> subjects() {
        return Arbitraries.of(GeneratedLedger.ORGANIZATIONS).injectNull(0.3);
    }

    @Property(tries = 400)
    void thePartsOfEachFigureAddUpToItsDifference(
            @ForAll("logs") List<Object> log, @ForAll("subjects") @Nullable String subject) {
        for (MovedFigure figure : changes(log, subject, -1).figures()) {
            BigDecimal sum =
                    figure.parts().stream().map(MovedFigure.Part::delta).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(figure.delta());
            assertThat(figure.before().add(sum)).isEqualByComparingTo(figure.after());
            assertThat(figure.delta()).isNotZero();
            assertThat(figure.parts())
                    .isSortedAccordingTo(Comparator.comparingLong(MovedFigure.Part::position))
                    .noneMatch(part -> part.delta().signum() == 0);
        }
    }

    @Property(tries = 400)
    void whatMovedLeadsFromTheBeginningToTheEnd(
            @ForAll("logs") List<Object> log, @ForAll("subjects") @Nullable String subject, @ForAll long seed) {
        long first = Math.floorMod(seed, log.size() + 1) - 1L;
        Changes changes = changes(log, subject, first);

        List<Object> moved = new ArrayList<>(figures(log, subject, first));
        for (MovedFigure figure : changes.figures()) {
            Shown before = Shown.of(figure, figure.before());
            Shown after = Shown.of(figure, figure.after());
            assertThat(moved.remove(before)).isEqualTo(figure.before().signum() != 0);
            if (figure.after().signum() != 0) {
                moved.add(after);
            }
        }
        assertThat(moved).containsExactlyInAnyOrderElementsOf(figures(log, subject, log.size() - 1L));
    }

    @Property(tries = 400)
    void whatWasAddedAndRemovedLeadsFromOneRosterToTheOther(
            @ForAll("logs") List<Object> log, @ForAll("subjects") @Nullable String subject, @ForAll long seed) {
        long first = Math.floorMod(seed, log.size() + 1) - 1L;
        Changes changes = changes(log, subject, first);

        List<Object> spells = new ArrayList<>(spells(log, subject, first));
        for (MovedPartner partner : changes.roster()) {
            List<Object> of = new ArrayList<>(spells);
            of.removeIf(held -> !(held instanceof Held h)
                    || !h.subject().equals(partner.subject())
                    || !h.partner().equals(partner.partner()));
            assertThat(of).containsExactlyInAnyOrderElementsOf(Held.all(partner, partner.before()));
            for (MovedPartner.Part part : partner.parts()) {
                spells.addAll(Held.all(partner, part.added()));
                for (Held held : Held.all(partner, part.removed())) {
                    assertThat(spells.remove(held)).isTrue();
                }
            }
            assertThat(spells).containsAll(Held.all(partner, partner.after()));
        }
        assertThat(spells).containsExactlyInAnyOrderElementsOf(spells(log, subject, log.size() - 1L));
    }

    @Property(tries = 200)
    void aStretchIsTheSumOfItsStretches(@ForAll("logs") List<Object> log, @ForAll long seed) {
        Histories histories = Remembered.histories(log);
        long middle = Math.floorMod(seed, log.size());
        long last = log.size() - 1L;

        BigDecimal whole = sum(Changes.between(histories, null, VALID_AT, -1, last));
        BigDecimal early = sum(Changes.between(histories, null, VALID_AT, -1, middle));
        BigDecimal late = sum(Changes.between(histories, null, VALID_AT, middle, last));
        assertThat(early.add(late)).isEqualByComparingTo(whole);
    }

    @Property(tries = 200)
    void whatMovedInOneCurrencyLeadsToTheTotalsInIt(@ForAll("logs") List<Object> log) {
        Exchange exchange = new Exchange("EUR", RATES);
        Histories histories = Remembered.histories(log);
        long last = log.size() - 1L;
        List<Object> moved = new ArrayList<>();
        Changes.between(histories, null, VALID_AT, -1, last, exchange).figures().stream()
                .filter(figure -> figure.after().signum() != 0)
                .forEach(figure -> moved.add(Shown.of(figure, figure.after())));

        assertThat(moved)
                .containsExactlyInAnyOrderElementsOf(figures(Totals.of(histories.standing(last, VALID_AT), exchange)));
    }

    private static BigDecimal sum(Changes changes) {
        return changes.figures().stream().map(MovedFigure::delta).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Changes changes(List<Object> log, @Nullable String subject, long first) {
        return Changes.between(Remembered.histories(log), subject, VALID_AT, first, log.size() - 1L);
    }

    /** A figure that is not zero. */
    private record Shown(String row, String field, String amount) {

        static Shown of(MovedFigure figure, BigDecimal amount) {
            String row = figure.from() + " " + figure.to() + " " + figure.instrument() + " " + figure.currency();
            return new Shown(row, figure.field(), amount.stripTrailingZeros().toPlainString());
        }
    }

    private static List<Shown> figures(List<Object> log, @Nullable String subject, long position) {
        Histories histories = Remembered.histories(log);
        Registry registry = histories.registry(position);
        Totals all = Totals.of(histories.standing(position, VALID_AT));
        return figures(subject == null ? all : all.matching(registry.survivorOf(subject)));
    }

    private static List<Shown> figures(Totals totals) {
        List<Shown> figures = new ArrayList<>();
        totals.rows().forEach(row -> {
            for (Field field : Field.values()) {
                BigDecimal amount = field.of(row);
                if (amount.signum() != 0) {
                    figures.add(new Shown(
                            row.from() + " " + row.to() + " " + row.instrument() + " " + row.currency(),
                            field.label(),
                            amount.stripTrailingZeros().toPlainString()));
                }
            }
        });
        return figures;
    }

    private record Held(String subject, String partner, String role, String since, String until) {

        static List<Held> all(MovedPartner partner, List<RoleSpell> spells) {
            return spells.stream()
                    .map(spell -> new Held(
                            partner.subject(),
                            partner.partner(),
                            spell.role().name(),
                            spell.sinceAsWritten().written(),
                            String.valueOf(spell.untilAsWritten())))
                    .toList();
        }
    }

    private static List<Held> spells(List<Object> log, @Nullable String subject, long position) {
        Histories histories = Remembered.histories(log);
        Registry registry = histories.registry(position);
        Standing standing = histories.standing(position, VALID_AT);
        List<Held> spells = new ArrayList<>();
        Roster.all(standing).forEach((id, roster) -> {
            if (subject == null || registry.survivorOf(subject).equals(id)) {
                roster.partners()
                        .forEach(partner -> partner.roles()
                                .forEach(role -> spells.add(new Held(
                                        id,
                                        partner.id(),
                                        role.role().name(),
                                        role.sinceAsWritten().written(),
                                        "null"))));
                roster.former()
                        .forEach(partner -> partner.roles()
                                .forEach(role -> spells.add(new Held(
                                        id,
                                        partner.id(),
                                        role.role().name(),
                                        role.sinceAsWritten().written(),
                                        role.untilAsWritten().written()))));
            }
        });
        return spells;
    }
}
