package io.partnerledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.changes.GeneratedLedger;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.At;
import io.partnerledger.standing.StoredViews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the answers whatever was entered, asked of a read table that was written from the entries. */
class EntryLawsTest {

    private static final String WHY = "a slip";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    @Provide
    Arbitrary<List<Object>> logs() {
        return GeneratedLedger.logs();
    }

    @Provide
    Arbitrary<List<Announced>> announcements() {
        return AnyLedger.announcements();
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void theOrderInWhichEntriesThatDoNotTieArriveDoesNotMatter(
            @ForAll("announcements") List<Announced> announced, @ForAll Random random) throws Exception {
        String one = answers(AnyLedger.entries(announced, random));
        String other = answers(AnyLedger.entries(announced, random));

        assertThat(Answers.withoutPositions(other)).isEqualTo(Answers.withoutPositions(one));
    }

    @Property(tries = 15)
    void whatIsRetractedAndReinstatedIsAsItWas(@ForAll("logs") List<Object> log, @ForAll Random random)
            throws Exception {
        List<String> standing = recorded(log);
        standing.removeAll(left(log, AnnouncementRetracted.class, AnnouncementReinstated.class));
        Assume.that(!standing.isEmpty());
        String id = one(standing, random);

        assertThat(answers(
                        log,
                        new AnnouncementRetracted(id, WHY, null),
                        new AnnouncementReinstated(id, "it stands", null)))
                .isEqualTo(answers(log));
    }

    @Property(tries = 15)
    void whatIsLinkedAndUnlinkedIsAsItWas(@ForAll("logs") List<Object> log, @ForAll Random random) throws Exception {
        Set<String> linked = left(log, AnnouncementDuplicateLinked.class, AnnouncementDuplicateUnlinked.class);
        List<String> free = recorded(log);
        free.removeAll(linked);
        Assume.that(free.size() > 1);
        String id = one(free, random);
        free.remove(id);
        String target = one(free, random);

        assertThat(answers(
                        log,
                        new AnnouncementDuplicateLinked(id, target, WHY),
                        new AnnouncementDuplicateUnlinked(id, null)))
                .isEqualTo(answers(log));
    }

    @Property(tries = 15)
    void whatIsMergedAndTakenApartIsAsItWas(@ForAll("logs") List<Object> log, @ForAll Random random) throws Exception {
        List<String> free = new ArrayList<>(GeneratedLedger.ORGANIZATIONS);
        log.forEach(event -> {
            if (event instanceof OrganizationMerged merged) {
                free.remove(merged.organization());
            } else if (event instanceof OrganizationMergeReversed reversed) {
                free.add(reversed.organization());
            }
        });
        Assume.that(free.size() > 1);
        String id = one(free, random);
        free.remove(id);

        assertThat(answers(
                        log,
                        new OrganizationMerged(id, one(free, random), null, null, WHY),
                        new OrganizationMergeReversed(id, "they are two")))
                .isEqualTo(answers(log));
    }

    @Property(tries = 15)
    void toAskAsOfTheLastEntryIsToAskNow(@ForAll("logs") List<Object> log) throws Exception {
        long last = log.size() - 1L;
        At now = At.validAt(DAY);
        try (StoredViews stored = StoredViews.over(log)) {
            for (String subject : GeneratedLedger.ORGANIZATIONS) {
                String live = Answers.of(stored.views().snapshot(subject, now));
                assertThat(Answers.of(stored.views().snapshot(subject, now.asOfPosition(last))))
                        .isEqualTo(live);
                assertThat(Answers.of(stored.views()
                                .snapshot(
                                        subject,
                                        new At(DAY, StoredViews.recordedAt(last).toString(), null))))
                        .isEqualTo(live);
            }
        }
    }

    @Property(tries = 15)
    void whatWasWrittenEntryByEntryIsWhatAReplayWrites(@ForAll("logs") List<Object> log) throws Exception {
        At now = At.validAt(DAY);
        try (StoredViews live = StoredViews.over(log, 1);
                StoredViews some = StoredViews.over(log, 7);
                StoredViews replayed = StoredViews.over(log)) {
            for (long position = -1; position < log.size(); position += 5) {
                String answers = Answers.of(replayed.views().snapshot(null, now.asOfPosition(position)));
                assertThat(Answers.of(live.views().snapshot(null, now.asOfPosition(position))))
                        .isEqualTo(answers);
                assertThat(Answers.of(some.views().snapshot(null, now.asOfPosition(position))))
                        .isEqualTo(answers);
            }
        }
    }

    private static String answers(List<Object> log, Object... more) throws Exception {
        List<Object> all = new ArrayList<>(log);
        all.addAll(List.of(more));
        try (StoredViews stored = StoredViews.over(all)) {
            return Answers.of(stored.views().snapshot(null, At.validAt(DAY)));
        }
    }

    private static List<String> recorded(List<Object> log) {
        List<String> recorded = new ArrayList<>();
        log.forEach(event -> {
            if (event instanceof AnnouncementRecorded happened) {
                recorded.add(happened.announcement());
            }
        });
        return recorded;
    }

    /** The announcements to which the one kind of event happened last, and not the other. */
    private static Set<String> left(List<Object> log, Class<?> into, Class<?> outOf) {
        Set<String> left = new HashSet<>();
        log.forEach(event -> {
            if (into.isInstance(event)) {
                left.add(((AnnouncementEvent) event).announcement());
            } else if (outOf.isInstance(event)) {
                left.remove(((AnnouncementEvent) event).announcement());
            }
        });
        return left;
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
