package io.partnerledger.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.changes.GeneratedLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was known at a position is what is said to have been known then, whatever came after. */
class KnowledgeTest {

    private static final At ON_THE_DAY = At.validAt(LocalDate.of(2025, 6, 30));

    @Provide
    Arbitrary<List<Object>> logs() {
        return GeneratedLedger.logs();
    }

    @Property(tries = 25)
    void whatWasKnownStaysWhatWasKnown(@ForAll("logs") List<Object> log, @ForAll long seed) throws Exception {
        int first = GeneratedLedger.ORGANIZATIONS.size();
        int position = first + Math.floorMod(seed, log.size() - first);
        try (StoredViews then = StoredViews.over(log.subList(0, position + 1));
                StoredViews later = StoredViews.over(log)) {
            for (String subject : GeneratedLedger.ORGANIZATIONS) {
                Snapshot known = then.views().snapshot(subject, ON_THE_DAY);
                Snapshot remembered = later.views().snapshot(subject, ON_THE_DAY.asOfPosition(position));
                assertThat(remembered.standing()).isEqualTo(known.standing());
            }
        }
    }

    @Property(tries = 25)
    void whatIsReadWhileTheLedgerGrowsIsWhatIsReadAtOnce(@ForAll("logs") List<Object> log, @ForAll long seed)
            throws Exception {
        int registered = GeneratedLedger.ORGANIZATIONS.size();
        try (StoredViews growing = StoredViews.over(log.subList(0, registered));
                StoredViews whole = StoredViews.over(log)) {
            Random random = new Random(seed);
            int written = registered;
            while (written < log.size()) {
                int next = Math.min(log.size(), written + 1 + random.nextInt(4));
                growing.add(log.subList(written, next));
                written = next;
                At then = ON_THE_DAY.asOfPosition(registered + random.nextInt(written - registered));
                for (String subject : GeneratedLedger.ORGANIZATIONS) {
                    assertThat(growing.views().snapshot(subject, then).standing())
                            .isEqualTo(whole.views().snapshot(subject, then).standing());
                }
                assertThat(growing.views().snapshot(null, then).standing())
                        .isEqualTo(whole.views().snapshot(null, then).standing());
            }
        }
    }
}
