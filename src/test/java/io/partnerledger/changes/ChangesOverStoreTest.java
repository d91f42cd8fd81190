package io.partnerledger.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.standing.At;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.StoredViews;
import io.partnerledger.standing.Views;
import io.partnerledger.totals.Row;
import io.partnerledger.totals.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read for one subject is enough to follow it through merges, and the live view is the same fold. */
class ChangesOverStoreTest {

    private static final At ON_THE_DAY = At.validAt(LocalDate.of(2025, 6, 30));

    @Provide
    Arbitrary<List<Object>> logs() {
        return GeneratedLedger.logs();
    }

    @Property(tries = 15)
    void theViewsOfBothEndsDifferByWhatMoved(@ForAll("logs") List<Object> log, @ForAll long seed) throws Exception {
        try (StoredViews stored = StoredViews.over(log)) {
            differByWhatMoved(stored.views(), log, seed);
        }
    }

    private static void differByWhatMoved(Views views, List<Object> log, long seed) {
        long last = log.size() - 1L;
        long first = Math.floorMod(seed, last - 5) + 5;
        for (String subject : GeneratedLedger.ORGANIZATIONS) {
            Map<String, BigDecimal> figures = figures(views, subject, first);
            Changes.between(views.histories(subject, first, last), subject, day(), first, last)
                    .figures()
                    .forEach(figure -> {
                        String key = key(
                                figure.from(),
                                figure.to(),
                                figure.instrument().name(),
                                figure.currency(),
                                figure.field());
                        assertThat(figures.getOrDefault(key, BigDecimal.ZERO)).isEqualByComparingTo(figure.before());
                        figures.put(key, figure.after());
                    });
            figures.values().removeIf(amount -> amount.signum() == 0);
            assertThat(figures)
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(figures(views, subject, last));
        }
    }

    @Property(tries = 10)
    void oneSubjectOfTheWholeLedgerIsThatSubject(@ForAll("logs") List<Object> log) throws Exception {
        try (StoredViews stored = StoredViews.over(log)) {
            Snapshot all = stored.views().snapshot(null, ON_THE_DAY);
            for (String subject : GeneratedLedger.ORGANIZATIONS) {
                String survivor = all.registry().survivorOf(subject);
                assertThat(figures(stored.views(), subject, log.size() - 1L))
                        .isEqualTo(figures(
                                Totals.of(all.standing()).matching(survivor).rows()));
            }
        }
    }

    private static LocalDate day() {
        return LocalDate.of(2025, 6, 30);
    }

    private static Map<String, BigDecimal> figures(Views views, String subject, long position) {
        Snapshot snapshot = views.snapshot(subject, ON_THE_DAY.asOfPosition(position));
        return figures(Totals.of(snapshot.standing())
                .matching(snapshot.requireSubject())
                .rows());
    }

    private static Map<String, BigDecimal> figures(List<Row> rows) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (Row row : rows) {
            for (Field field : Field.values()) {
                if (field.of(row).signum() != 0) {
                    figures.put(
                            key(row.from(), row.to(), row.instrument().name(), row.currency(), field.label()),
                            field.of(row).stripTrailingZeros());
                }
            }
        }
        return figures;
    }

    private static String key(String... parts) {
        return String.join(" ", parts);
    }
}
