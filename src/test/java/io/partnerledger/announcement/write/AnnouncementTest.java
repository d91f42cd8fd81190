package io.partnerledger.announcement.write;

import static io.partnerledger.announcement.Samples.ADDED;
import static io.partnerledger.announcement.Samples.ID;
import static io.partnerledger.announcement.Samples.MADE;
import static io.partnerledger.announcement.Samples.SOURCE;
import static io.partnerledger.announcement.Samples.record;
import static io.partnerledger.announcement.Samples.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementCommand.CorrectAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.CorroborateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.DisputeAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.LinkDuplicate;
import io.partnerledger.announcement.AnnouncementCommand.RankAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.ReinstateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RetractAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.UnlinkDuplicate;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDisputed;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.Changed;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection.Code;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** The wiring: what is decided is tested without Axon. */
class AnnouncementTest {

    private static final AnnouncementRetracted RETRACTED = new AnnouncementRetracted(ID, "denied", null);
    private static final AnnouncementDuplicateLinked LINKED = new AnnouncementDuplicateLinked(ID, "first", "same");

    private final FixtureConfiguration<Announcement> fixture =
            new AggregateTestFixture<>(Announcement.class).registerCommandTargetResolver(new AnnouncementTargets());

    @Test
    void recordingStartsTheStreamOfTheAnnouncement() {
        fixture.givenNoPriorActivity()
                .when(record(ADDED))
                .expectEvents(recorded(ADDED))
                .expectResultMessagePayload(new Changed(ID, 1));

        assertThat(fixture.getEventStore().readEvents("announcement/" + ID).asStream())
                .extracting(DomainEventMessage::getType)
                .containsExactly("announcement");
    }

    @Test
    void correcting() {
        fixture.given(recorded(ADDED))
                .when(new CorrectAnnouncement(ID, 1L, "misread", null, null, null, List.of(MADE)))
                .expectEvents(new AnnouncementCorrected(ID, "misread", null, null, null, List.of(MADE)))
                .expectResultMessagePayload(new Changed(ID, 2));
    }

    @Test
    void disputing() {
        fixture.given(recorded(ADDED))
                .when(new DisputeAnnouncement(ID, null, null, SOURCE, List.of(0)))
                .expectEvents(new AnnouncementDisputed(ID, 1, null, SOURCE, List.of(0)));
    }

    @Test
    void corroborating() {
        fixture.given(recorded(ADDED))
                .when(new CorroborateAnnouncement(ID, null, null, SOURCE, List.of()))
                .expectEvents(new AnnouncementCorroborated(ID, 1, null, SOURCE, List.of()));
    }

    @Test
    void ranking() {
        fixture.given(recorded(ADDED))
                .when(new RankAnnouncement(ID, 1L, Rank.PREFERRED, "filing"))
                .expectEvents(new AnnouncementRanked(ID, Rank.PREFERRED, "filing"));
    }

    @Test
    void linking() {
        fixture.given(recorded(ADDED))
                .when(new LinkDuplicate(ID, null, "first", "same"))
                .expectEvents(LINKED);
    }

    @Test
    void unlinking() {
        fixture.given(recorded(ADDED), LINKED)
                .when(new UnlinkDuplicate(ID, 2L, null))
                .expectEvents(new AnnouncementDuplicateUnlinked(ID, null));
    }

    @Test
    void retracting() {
        fixture.given(recorded(ADDED))
                .when(new RetractAnnouncement(ID, null, "denied", null))
                .expectEvents(RETRACTED)
                .expectResultMessagePayload(new Changed(ID, 2));
    }

    @Test
    void reinstating() {
        fixture.given(recorded(ADDED), RETRACTED)
                .when(new ReinstateAnnouncement(ID, 2L, "confirmed", SOURCE))
                .expectEvents(new AnnouncementReinstated(ID, "confirmed", SOURCE))
                .expectResultMessagePayload(new Changed(ID, 3));
    }

    @Test
    void aRefusalStoresNothingAndCarriesItsReasons() {
        refused(fixture.given(recorded(ADDED)).when(record(ADDED)), Code.ALREADY_RECORDED);
        refused(fixture.given(recorded(ADDED), LINKED).when(new UnlinkDuplicate(ID, 1L, null)), Code.STALE_REVISION);
    }

    @Test
    void whatWasNeverRecordedIsRefusedLikeAnythingElse() {
        refused(fixture.givenNoPriorActivity().when(new UnlinkDuplicate(ID, 1L, null)), Code.UNKNOWN_ANNOUNCEMENT);
    }

    @Test
    void everyCommandHasItsHandler() {
        assertThat(Stream.of(Announcement.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                        .map(method -> method.getParameterTypes()[0]))
                .containsExactlyInAnyOrder(AnnouncementCommand.class.getPermittedSubclasses());
    }

    private static void refused(ResultValidator<Announcement> result, Code code) {
        result.expectNoEvents()
                .expectException(matches(thrown -> thrown instanceof Rejected rejected
                        && rejected.rejections().getFirst().code() == code));
    }
}
