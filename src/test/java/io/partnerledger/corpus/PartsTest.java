package io.partnerledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.capacity.Capacity;
import io.partnerledger.changes.GeneratedLedger;
import io.partnerledger.deals.Deals;
import io.partnerledger.rates.Exchange;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.At;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.StoredViews;
import io.partnerledger.totals.Totals;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What is remembered of each unit for a stretch of both times is what is folded afresh from all that stands there. */
class PartsTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 1000;

    @Provide
    Arbitrary<List<Object>> logs() {
        return GeneratedLedger.logs();
    }

    @Property(tries = 40)
    void aRememberedAnswerIsTheOneFoldedAfresh(@ForAll("logs") List<Object> log, @ForAll long seed) throws Exception {
        Random random = new Random(seed);
        try (StoredViews stored = StoredViews.over(log)) {
            for (int i = 0; i < 60; i++) {
                assertRemembered(stored.views().snapshot(anyone(random), anyPoint(random, log.size())));
            }
        }
    }

    @Property(tries = 25)
    void itIsSoWhileTheLedgerGrows(@ForAll("logs") List<Object> log, @ForAll long seed) throws Exception {
        Random random = new Random(seed);
        int registered = GeneratedLedger.ORGANIZATIONS.size();
        try (StoredViews growing = StoredViews.over(log.subList(0, registered))) {
            for (int written = registered; written < log.size(); written++) {
                growing.add(log.subList(written, written + 1));
                for (int i = 0; i < 3; i++) {
                    assertRemembered(growing.views().snapshot(anyone(random), anyPoint(random, written + 1)));
                }
            }
        }
    }

    private static void assertRemembered(Snapshot snapshot) {
        Standing afresh = snapshot.standing();
        List<Part> parts = snapshot.parts();

        assertThat(parts.stream().map(PartsTest::of).toList())
                .isEqualTo(Part.of(afresh).stream().map(PartsTest::of).toList());
        assertThat(Deals.counting(parts, Exchange.NONE)).isEqualTo(Deals.counting(Part.of(afresh), Exchange.NONE));
        assertThat(Totals.figures(parts, Exchange.NONE).rows())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("counted", "notCounted")
                .isEqualTo(Totals.of(afresh).rows());
        assertThat(Roster.all(parts, _ -> true)).isEqualTo(Roster.all(Part.of(afresh), _ -> true));
        Roster.all(afresh)
                .forEach((subject, roster) -> assertThat(Roster.of(parts, subject))
                        .usingRecursiveComparison()
                        .ignoringFieldsMatchingRegexes(".*[cC]ounted")
                        .isEqualTo(roster));
        Capacity capacity = Capacity.of(afresh);
        assertThat(Capacity.of(parts).rows())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("leftOut")
                .isEqualTo(capacity.rows());
        assertThat(Capacity.conflicts(parts)).isEqualTo(capacity.conflicts());
    }

    /** The day on which it was first asked about is no part of it. */
    private static List<Object> of(Part part) {
        return List.of(
                part.unit(), part.standing().statements(), part.standing().leftOut());
    }

    private static @Nullable String anyone(Random random) {
        List<String> all = GeneratedLedger.ORGANIZATIONS;
        int one = random.nextInt(all.size() + 1);
        return one == all.size() ? null : all.get(one);
    }

    private static At anyPoint(Random random, int events) {
        int registered = GeneratedLedger.ORGANIZATIONS.size();
        return At.validAt(FIRST_DAY.plusDays(random.nextInt(DAYS)))
                .asOfPosition(Math.min(events - 1, registered - 1 + random.nextInt(events - registered + 1)));
    }
}
