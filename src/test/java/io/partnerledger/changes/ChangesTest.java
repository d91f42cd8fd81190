package io.partnerledger.changes;

import static io.partnerledger.standing.Statements.D;
import static io.partnerledger.standing.Statements.binding;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.corpus.WrittenDate;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.standing.Remembered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static final Source SOURCE =
            new Source(null, "Reuters", "News", null, null, null, SourceTier.NAMED_REPORTING, null, null);

    private final List<Object> log = new ArrayList<>();

    @Test
    void aFigureNamesEveryEntryThatMovedItAndBySoMuch() {
        log.add(recorded("one", binding(usd("4"))));
        log.add(recorded("two", paid(usd("1"))));
        log.add(corrected("one", binding(usd("8"))));

        assertThat(figures("anthropic", 0))
                .containsExactly(
                        "amazon>anthropic committed 4 to 8 by 4: 2 one CORRECTION 4",
                        "amazon>anthropic paid 0 to 1 by 1: 1 two NEW_ANNOUNCEMENT 1",
                        "amazon>anthropic outstanding 4 to 7 by 3: 1 two NEW_ANNOUNCEMENT -1, 2 one CORRECTION 4");
    }

    @Test
    void whatCancelsOutDidNotMove() {
        log.add(recorded("one", binding(usd("4"))));
        log.add(new AnnouncementRetracted("one", "misread", null));
        log.add(new AnnouncementReinstated("one", "after all", null));

        assertThat(figures("anthropic", 0)).isEmpty();
        assertThat(figures("anthropic", 1)).contains("amazon>anthropic committed 0 to 4 by 4: 2 one REINSTATEMENT 4");
    }

    @Test
    void everyKindOfEntryIsTheCauseOfWhatItMoves() {
        log.add(recorded("one", binding(usd("4"))));
        log.add(recorded("two", binding(usd("9"))));
        log.add(new AnnouncementRanked("one", Rank.PREFERRED, "the filing says so"));
        log.add(new AnnouncementCorroborated("one", 1, null, SOURCE, List.of()));
        log.add(new AnnouncementRetracted("one", "misread", null));
        log.add(new AnnouncementDuplicateLinked("two", "one", "the same"));
        log.add(new AnnouncementReinstated("one", "after all", null));
        log.add(new AnnouncementDuplicateUnlinked("two", null));
        log.add(new AnnouncementRanked("one", Rank.DEPRECATED, "a rewrite"));

        assertThat(figures("anthropic", -1))
                .contains("amazon>anthropic committed 0 to 9 by 9: 0 one NEW_ANNOUNCEMENT 4,"
                        + " 1 two NEW_ANNOUNCEMENT 5, 2 one RANKING -5, 4 one RETRACTION 5,"
                        + " 6 one REINSTATEMENT -5, 8 one RANKING 5");
        assertThat(figures("anthropic", 7)).hasSize(2);
    }

    @Test
    void aDuplicateLinkAndItsEndAreCausesOfTheirOwn() {
        log.add(recorded("one", binding(usd("4"))));
        log.add(recorded(
                "two",
                new CommitmentMade(
                        "other", "google", "anthropic", Instrument.EQUITY, Stage.BINDING, usd("9"), null, null)));
        log.add(new AnnouncementDuplicateLinked("two", "one", "the same"));
        log.add(new AnnouncementDuplicateUnlinked("two", null));

        assertThat(figuresUpTo("anthropic", 1, 2))
                .contains("google>anthropic committed 9 to 0 by -9: 2 two DUPLICATE_LINK -9");
        assertThat(figuresUpTo("anthropic", 2, 3))
                .contains("google>anthropic committed 0 to 9 by 9: 3 two DUPLICATE_UNLINK 9");
    }

    @Test
    void aRetractionElsewhereMovesWhatWasLinkedToIt() {
        log.add(recorded(
                "root", new PartnerAdded("openai", "microsoft", List.of(Role.INVESTOR), List.of(), null, null, null)));
        log.add(recorded("copy", binding(usd("4"))));
        log.add(new AnnouncementDuplicateLinked("copy", "root", "the same"));
        log.add(new AnnouncementRetracted("root", "misread", null));

        assertThat(figures("anthropic", 2)).contains("amazon>anthropic committed 0 to 4 by 4: 3 root RETRACTION 4");
    }

    @Test
    void aMergeMovesFiguresFromOneRowToAnother() {
        log.add(new OrganizationRegistered("xai", "xAI", List.of(), Identifiers.NONE));
        log.add(new OrganizationRegistered("spacex", "SpaceX", List.of(), Identifiers.NONE));
        log.add(recorded("one", between("valor", "xai")));
        log.add(new OrganizationMerged("xai", "spacex", null, null, "bought"));
        log.add(new OrganizationMergeReversed("xai", "not bought"));

        assertThat(figuresUpTo("valor", 2, 3))
                .contains(
                        "valor>spacex committed 0 to 4 by 4: 3 xai MERGE 4",
                        "valor>xai committed 4 to 0 by -4: 3 xai MERGE -4");
        assertThat(figuresUpTo("spacex", 2, 3))
                .contains("valor>spacex committed 0 to 4 by 4: 3 xai MERGE 4")
                .noneMatch(figure -> figure.startsWith("valor>xai"));
        assertThat(figuresUpTo("xai", 3, 4))
                .contains(
                        "valor>spacex committed 4 to 0 by -4: 4 xai MERGE_REVERSAL -4",
                        "valor>xai committed 0 to 4 by 4: 4 xai MERGE_REVERSAL 4");
    }

    @Test
    void aPartnerAppearsLeavesOrChangesItsRoles() {
        log.add(recorded("one", added("google", "2024-01-01")));
        log.add(recorded("two", added("google", "2023-06-01")));
        log.add(recorded("three", added("amazon", "2024-01-01")));
        log.add(new AnnouncementRetracted("three", "misread", null));

        Changes appeared = changes("anthropic", -1, 2);
        assertThat(appeared.roster())
                .extracting(MovedPartner::partner, MovedPartner::change)
                .containsExactly(
                        tuple("amazon", MovedPartner.Kind.APPEARED), tuple("google", MovedPartner.Kind.APPEARED));

        MovedPartner earlier = changes("anthropic", 0, 3).roster().getFirst();
        assertThat(earlier.partner()).isEqualTo("google");
        assertThat(earlier.change()).isEqualTo(MovedPartner.Kind.CHANGED);
        assertThat(earlier.before()).extracting(RoleSpell::since).containsExactly(LocalDate.of(2024, 1, 1));
        assertThat(earlier.after()).extracting(RoleSpell::since).containsExactly(LocalDate.of(2023, 6, 1));
        MovedPartner.Part part = earlier.parts().getFirst();
        assertThat(part.position()).isEqualTo(1);
        assertThat(part.added()).isEqualTo(earlier.after());
        assertThat(part.removed()).isEqualTo(earlier.before());

        assertThat(changes("anthropic", 2, 3).roster())
                .extracting(MovedPartner::change)
                .containsExactly(MovedPartner.Kind.LEFT);
    }

    @Test
    void whatIsAnnouncedAfterTheValidDayMovesNothing() {
        log.add(recorded("one", binding(usd("4"))));
        assertThat(Changes.between(Remembered.histories(log), null, LocalDate.of(2023, 12, 31), -1, 0)
                        .figures())
                .isEmpty();
    }

    private static PartnerAdded added(String partner, String since) {
        return new PartnerAdded(
                "anthropic", partner, List.of(Role.CLOUD_PROVIDER), List.of(), null, null, WrittenDate.of(since));
    }

    private static CommitmentMade between(String from, String to) {
        return new CommitmentMade(D, from, to, Instrument.EQUITY, Stage.BINDING, usd("4"), null, null);
    }

    private static AnnouncementRecorded recorded(String id, Statement... statements) {
        return new AnnouncementRecorded(id, WrittenDate.of("2024-02-01"), SOURCE, List.of(statements));
    }

    private static AnnouncementCorrected corrected(String id, Statement... statements) {
        return new AnnouncementCorrected(id, "misprint", null, null, null, List.of(statements));
    }

    private Changes changes(String subject, long first, long last) {
        return Changes.between(Remembered.histories(log), subject, LocalDate.of(2026, 1, 1), first, last);
    }

    private List<String> figures(String subject, long first) {
        return figuresUpTo(subject, first, log.size() - 1L);
    }

    /** What moved of the money, written shortly. */
    private List<String> figuresUpTo(String subject, long first, long last) {
        return changes(subject, first, last).figures().stream()
                .map(figure -> "%s>%s %s %s to %s by %s: %s"
                        .formatted(
                                figure.from(),
                                figure.to(),
                                figure.field(),
                                figure.before(),
                                figure.after(),
                                figure.delta(),
                                String.join(
                                        ", ",
                                        figure.parts().stream()
                                                .map(ChangesTest::part)
                                                .toList())))
                .toList();
    }

    private static String part(MovedFigure.Part part) {
        String about = part.announcement() == null ? part.organization() : part.announcement();
        return part.position() + " " + about + " " + part.cause() + " " + part.delta();
    }
}
