package io.partnerledger.standing;

import static io.partnerledger.standing.Statements.between;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.called;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement;
import io.partnerledger.changes.GeneratedLedger;
import io.partnerledger.corpus.WrittenDate;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was known at a position is what is said to have been known then, whatever came after. */
class KnowledgeTest {

    private static final At ON_THE_DAY = At.validAt(LocalDate.of(2025, 6, 30));
    private static final Source SOURCE =
            new Source(null, "Reuters", "News", null, null, null, SourceTier.NAMED_REPORTING, null, null);
    private static final AnnouncementRecorded RECORDED = recorded("copy", binding(usd("1")));

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
                later.views().snapshot(subject, ON_THE_DAY);
                Snapshot remembered = later.views().snapshot(subject, ON_THE_DAY.asOfPosition(position));
                assertThat(remembered.standing()).isEqualTo(known.standing());
                assertThat(remembered.histories()).containsExactlyInAnyOrderElementsOf(known.histories());
                assertThat(heard(remembered)).isEqualTo(heard(known));
            }
        }
    }

    private static List<Histories.Heard> heard(Snapshot snapshot) {
        Point point = snapshot.point();
        return snapshot.from().heard(snapshot.requireSubject(), point.position(), point.validAt());
    }

    @Property(tries = 25)
    void whatIsReadWhileTheLedgerGrowsIsWhatIsReadAtOnce(@ForAll("logs") List<Object> log, @ForAll long seed)
            throws Exception {
        int registered = GeneratedLedger.ORGANIZATIONS.size();
        try (StoredViews growing = StoredViews.over(log.subList(0, registered));
                StoredViews whole = StoredViews.over(log)) {
            At last = ON_THE_DAY.asOfPosition(log.size() - 1);
            for (String subject : GeneratedLedger.ORGANIZATIONS) {
                whole.views().snapshot(subject, last);
            }
            whole.views().snapshot(null, last);
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

    @Example
    void aDuplicateOfWhatIsChangedIsReadAnew() throws Exception {
        AnnouncementDuplicateLinked linked = new AnnouncementDuplicateLinked("copy", "root", "the same");
        AnnouncementRecorded root =
                recorded("root", called("google-xai", between("google", "xai", Instrument.EQUITY, binding(usd("1")))));
        assertReadAnew(List.of(root, RECORDED, linked), List.of(new AnnouncementRetracted("root", "misread", null)));
    }

    @Example
    void whatIsChangedAmongManyOthersIsReadAnew() throws Exception {
        List<Object> more = new ArrayList<>();
        more.add(new AnnouncementCorrected("copy", "misread", null, null, null, List.of(binding(usd("2")))));
        for (int i = 0; i < 2000; i++) {
            more.add(registered("o" + i));
        }
        assertReadAnew(List.of(RECORDED), more);
    }

    @Example
    void aDealIsReadAnewWhereNothingElseIsAsked() throws Exception {
        List<Object> events = new ArrayList<>();
        GeneratedLedger.ORGANIZATIONS.forEach(id -> events.add(registered(id)));
        try (StoredViews growing = StoredViews.over(events)) {
            assertThat(ofTheDeal(growing)).isEmpty();
            growing.add(List.of(RECORDED));
            assertThat(ofTheDeal(growing)).hasSize(1);
            growing.add(List.of(new AnnouncementRetracted("copy", "misread", null)));
            assertThat(ofTheDeal(growing)).isEmpty();
        }
    }

    private static List<Stated> ofTheDeal(StoredViews views) {
        return views.views()
                .snapshotOfDeal(binding(usd("1")).deal(), ON_THE_DAY)
                .standing()
                .statements();
    }

    private static OrganizationRegistered registered(String id) {
        return new OrganizationRegistered(id, id, List.of(), Identifiers.NONE);
    }

    private static AnnouncementRecorded recorded(String id, Statement statement) {
        return new AnnouncementRecorded(id, WrittenDate.of("2025-01-01"), SOURCE, List.of(statement));
    }

    /** What was asked before more came is answered as if it had not been. */
    private static void assertReadAnew(List<Object> events, List<Object> more) throws Exception {
        List<Object> all = new ArrayList<>();
        GeneratedLedger.ORGANIZATIONS.forEach(id -> all.add(registered(id)));
        all.addAll(events);
        try (StoredViews growing = StoredViews.over(all);
                StoredViews whole = StoredViews.over(all)) {
            whole.add(more);
            Standing before = growing.views().snapshot("amazon", ON_THE_DAY).standing();
            growing.add(more);
            assertThat(growing.views().snapshot("amazon", ON_THE_DAY).standing())
                    .isNotEqualTo(before)
                    .isEqualTo(whole.views().snapshot("amazon", ON_THE_DAY).standing());
        }
    }
}
