package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Samples.ADDED;
import static io.partnerledger.announcement.Samples.DAY;
import static io.partnerledger.announcement.Samples.ID;
import static io.partnerledger.announcement.Samples.MADE;
import static io.partnerledger.announcement.Samples.SOURCE;
import static io.partnerledger.announcement.Samples.day;
import static io.partnerledger.announcement.Samples.made;
import static io.partnerledger.announcement.Samples.record;
import static io.partnerledger.announcement.Samples.recorded;
import static io.partnerledger.announcement.Samples.source;
import static io.partnerledger.announcement.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementCommand.CorrectAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.CorroborateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.DisputeAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.LinkDuplicate;
import io.partnerledger.announcement.AnnouncementCommand.RankAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.ReinstateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RetractAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.UnlinkDuplicate;
import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDisputed;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.DecisionSpec;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.decision.AnnouncementState.Linked;
import io.partnerledger.announcement.decision.AnnouncementState.Retracted;
import io.partnerledger.announcement.decision.AnnouncementState.Standing;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnouncementDecisionTest {

    private static final Source OTHER = source("https://example.com/other");

    private final DecisionSpec<AnnouncementCommand, AnnouncementState, AnnouncementEvent> announcement =
            new DecisionSpec<>(AnnouncementDecider::decide, AnnouncementEvolution::evolve, AnnouncementState.ABSENT);

    @Test
    void aWellFormedAnnouncementIsRecorded() {
        announcement.given().when(record(ADDED, MADE)).then(recorded(ADDED, MADE));
    }

    @Test
    void aCorrectionReplacesWhatItGivesAndKeepsTheRest() {
        var corrected = new AnnouncementCorrected(ID, "misread", OTHER, null, day("2023-11-02"), null);

        announcement
                .given(recorded(ADDED))
                .when(new CorrectAnnouncement(ID, 1L, "misread", OTHER, null, day("2023-11-02"), null))
                .then(corrected);

        assertThat(announcement.after(List.of(recorded(ADDED), corrected)))
                .isEqualTo(new Standing(2, new Content(day("2023-11-02"), SOURCE, List.of(ADDED)), Rank.NORMAL));
    }

    @Test
    void aCorrectionCanGiveTheStatementsInAnotherOrder() {
        announcement
                .given(recorded(ADDED, MADE))
                .when(new CorrectAnnouncement(ID, null, "order", null, null, null, List.of(MADE, ADDED)))
                .then(new AnnouncementCorrected(ID, "order", null, null, null, List.of(MADE, ADDED)));
    }

    @Test
    void aDisputeKeepsTheRevisionThatItsIndexesPointInto() {
        announcement
                .given(recorded(ADDED, MADE), new AnnouncementRanked(ID, Rank.PREFERRED, "filing"))
                .when(new DisputeAnnouncement(ID, null, null, OTHER, List.of(1, 0, 1)))
                .then(new AnnouncementDisputed(ID, 2, null, OTHER, List.of(1, 0)));
    }

    @Test
    void aCorroborationWithoutIndexesBearsOutTheWhole() {
        announcement
                .given(recorded(ADDED))
                .when(new CorroborateAnnouncement(ID, null, "same in the filing", OTHER, List.of()))
                .then(new AnnouncementCorroborated(ID, 1, "same in the filing", OTHER, List.of()));
    }

    @Test
    void aRankCanBeTakenBack() {
        announcement
                .given(recorded(ADDED), new AnnouncementRanked(ID, Rank.DEPRECATED, "outdated"))
                .when(new RankAnnouncement(ID, 2L, Rank.NORMAL, "not outdated"))
                .then(new AnnouncementRanked(ID, Rank.NORMAL, "not outdated"));
    }

    @Test
    void aDuplicateCanBeLinkedToAnotherOriginal() {
        announcement
                .given(recorded(ADDED), new AnnouncementDuplicateLinked(ID, "first", "same text"))
                .when(new LinkDuplicate(ID, null, "second", "the earlier one"))
                .then(new AnnouncementDuplicateLinked(ID, "second", "the earlier one"));
    }

    @Test
    void aLinkCanBeTakenBackWithoutAReason() {
        announcement
                .given(recorded(ADDED), new AnnouncementDuplicateLinked(ID, "first", "same text"))
                .when(new UnlinkDuplicate(ID, null, null))
                .then(new AnnouncementDuplicateUnlinked(ID, null));
        assertThat(announcement.after(List.of(
                        recorded(ADDED),
                        new AnnouncementDuplicateLinked(ID, "first", "same text"),
                        new AnnouncementDuplicateUnlinked(ID, null))))
                .isEqualTo(new Standing(3, new Content(DAY, SOURCE, List.of(ADDED)), Rank.NORMAL));
    }

    @Test
    void aReinstatedAnnouncementIsWhatItWasButForTheRevision() {
        var linked = List.of(
                recorded(ADDED),
                new AnnouncementRanked(ID, Rank.PREFERRED, "filing"),
                new AnnouncementDuplicateLinked(ID, "first", "same text"));
        var retracted = new AnnouncementRetracted(ID, "withdrawn", null);
        var reinstated = new AnnouncementReinstated(ID, "not withdrawn", OTHER);
        Content content = new Content(DAY, SOURCE, List.of(ADDED));

        var before = Stream.concat(linked.stream(), Stream.of(retracted)).toList();
        assertThat(announcement.after(before))
                .isEqualTo(new Retracted(new Linked(4, content, Rank.PREFERRED, "first")));
        announcement
                .given(before.toArray(AnnouncementEvent[]::new))
                .when(new ReinstateAnnouncement(ID, 4L, "not withdrawn", OTHER))
                .then(reinstated);
        assertThat(AnnouncementEvolution.evolve(announcement.after(before), reinstated))
                .isEqualTo(new Linked(5, content, Rank.PREFERRED, "first"));
    }

    @Test
    void anAnnouncementIsRetractedWithTheSourceThatSaysSo() {
        announcement
                .given(recorded(ADDED))
                .when(new RetractAnnouncement(ID, null, "denied", OTHER))
                .then(new AnnouncementRetracted(ID, "denied", OTHER));
    }

    @Test
    void aSourceMayContradictItself() {
        var claim = new PartnerCountClaimed(
                "anthropic", List.of(), Comparator.EXACTLY, 1, List.of("amazon", "google", "google"));

        announcement.given().when(record(claim, made(usd("0")))).then(recorded(claim, made(usd("0"))));
    }

    @Test
    void aRangeMayBeAsNarrowAsOneNumber() {
        var narrow = made(new Amount(Qualifier.RANGE, null, BigDecimal.ONE, new BigDecimal("1.0"), "USD", null));

        announcement.given().when(record(narrow)).then(recorded(narrow));
    }

    @Test
    void anUndisclosedAmountNeedsNoCurrency() {
        var undisclosed = made(new Amount(Qualifier.UNDISCLOSED, null, null, null, null, "a substantial sum"));

        announcement.given().when(record(undisclosed)).then(recorded(undisclosed));
    }

    @Test
    void conditionsCanFallAway() {
        var amended = new CommitmentAmended("amazon-anthropic-2023", null, null, "");

        announcement.given().when(record(amended)).then(recorded(amended));
    }

    @Test
    void aLogThatTodaysRulesWouldNotAllowIsReadAllTheSame() {
        var events = List.of(
                new AnnouncementRanked(ID, Rank.PREFERRED, "before it was recorded"),
                recorded(),
                new AnnouncementRetracted(ID, "", null),
                new AnnouncementCorrected(ID, "while retracted", null, null, null, List.of(MADE)),
                new AnnouncementRetracted(ID, "again", null),
                new AnnouncementReinstated(ID, "", null));

        assertThat(announcement.after(events))
                .isEqualTo(new Standing(5, new Content(DAY, SOURCE, List.of(MADE)), Rank.NORMAL));
    }
}
