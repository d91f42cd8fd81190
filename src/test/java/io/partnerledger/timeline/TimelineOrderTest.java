package io.partnerledger.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.corpus.AnyLedger;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Histories;
import io.partnerledger.standing.Point;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.Remembered;
import io.partnerledger.standing.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** In valid order a timeline tells the same whatever the order in which the ledger learnt it. */
class TimelineOrderTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    @Provide
    Arbitrary<List<Announced>> announcements() {
        return AnyLedger.announcements();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderInWhichEntriesThatDoNotTieArriveDoesNotMatter(
            @ForAll("announcements") List<Announced> announced, @ForAll Random random) {
        List<Object> one = AnyLedger.entries(announced, random);
        List<Object> other = AnyLedger.entries(announced, random);

        assertThat(told(other, null)).isEqualTo(told(one, null));
        assertThat(told(other, "google")).isEqualTo(told(one, "google"));
    }

    private static List<String> told(List<Object> log, @Nullable String subject) {
        long last = log.size() - 1L;
        Histories histories = Remembered.histories(log);
        Registry registry = histories.registry(last);
        Snapshot snapshot = new Snapshot(subject, new Point(DAY, null, last), registry, histories);
        return Timeline.of(histories, snapshot, Order.VALID).stream()
                .map(told -> (Told.Said) told)
                .map(said -> said.stated().announcement() + "/" + said.stated().index() + " "
                        + said.stated().announcedOn().written() + " " + said.reason() + " "
                        + said.stated().statement())
                .toList();
    }
}
