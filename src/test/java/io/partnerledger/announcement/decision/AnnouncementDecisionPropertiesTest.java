package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Samples.ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementCommand.ReinstateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RetractAnnouncement;
import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.Decision.Accepted;
import io.partnerledger.announcement.Decision.Refused;
import io.partnerledger.announcement.Faults;
import io.partnerledger.announcement.decision.AnnouncementState.Absent;
import io.partnerledger.announcement.decision.AnnouncementState.InForce;
import io.partnerledger.announcement.decision.AnnouncementState.Linked;
import io.partnerledger.announcement.decision.AnnouncementState.Retracted;
import io.partnerledger.announcement.decision.AnnouncementState.Standing;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class AnnouncementDecisionPropertiesTest {

    @Property
    void everyCommandIsAcceptedWithOneEventOrRefusedForAReason(
            @ForAll("conversations") List<AnnouncementCommand> commands) {
        AnnouncementState state = AnnouncementState.ABSENT;
        for (AnnouncementCommand command : commands) {
            switch (AnnouncementDecider.decide(command, state)) {
                case Accepted<AnnouncementEvent>(var events) -> {
                    assertThat(events).hasSize(1);
                    AnnouncementState next = AnnouncementEvolution.evolve(state, events.getFirst());
                    assertThat(next.revision()).isEqualTo(state.revision() + 1);
                    assertThat(next).isNotEqualTo(state);
                    state = next;
                }
                case Refused<AnnouncementEvent>(var rejections) ->
                    assertThat(rejections).isNotEmpty();
            }
        }
        Statistics.collect(state.getClass().getSimpleName());
        Statistics.coverage(reached -> reached.check("Retracted").percentage(p -> p > 1));
    }

    @Property
    void replayingWhatWasDecidedGivesTheStateThatWasDecidedOn(
            @ForAll("conversations") List<AnnouncementCommand> commands) {
        List<AnnouncementEvent> log = new ArrayList<>();
        AnnouncementState live = AnnouncementState.ABSENT;
        for (AnnouncementCommand command : commands) {
            if (AnnouncementDecider.decide(command, live) instanceof Accepted<AnnouncementEvent>(var events)) {
                log.addAll(events);
                live = AnnouncementEvolution.evolve(live, events.getFirst());
            }
        }

        assertThat(after(log)).isEqualTo(live);
        assertThat(live.revision()).isEqualTo(log.size());
    }

    @Property
    void retractingAndReinstatingChangesTheRevisionAlone(@ForAll("conversations") List<AnnouncementCommand> commands) {
        AnnouncementState state = told(commands);
        AnnouncementState retracted = told(state, new RetractAnnouncement(ID, null, "denied", null));
        AnnouncementState back = told(retracted, new ReinstateAnnouncement(ID, null, "not denied", null));

        assertThat(back)
                .isEqualTo(
                        switch (state) {
                            case Absent absent -> absent;
                            case Standing s -> new Standing(s.revision() + 2, s.content(), s.rank());
                            case Linked s -> new Linked(s.revision() + 2, s.content(), s.rank(), s.duplicateOf());
                            case Retracted(Standing s) -> new Standing(s.revision() + 1, s.content(), s.rank());
                            case Retracted(Linked s) ->
                                new Linked(s.revision() + 1, s.content(), s.rank(), s.duplicateOf());
                        });
    }

    @Property
    void whoeverSawAnOlderRevisionChangesNothing(@ForAll("conversations") List<AnnouncementCommand> commands) {
        AnnouncementState state = told(commands);

        assertThat(told(state, new RetractAnnouncement(ID, state.revision() - 1, "r", null)))
                .isEqualTo(state);
    }

    @Property
    void statementsInForceAreWellFormed(@ForAll("conversations") List<AnnouncementCommand> commands) {
        AnnouncementState state = told(commands);
        InForce content = state instanceof Retracted(InForce before) ? before : state instanceof InForce s ? s : null;
        if (content != null) {
            var faults = new Faults();
            StatementRules.check(faults, content.content().statements());
            assertThat(faults.isEmpty()).isTrue();
        }
    }

    @Provide
    Arbitrary<List<AnnouncementCommand>> conversations() {
        return GeneratedCommands.conversations();
    }

    private static AnnouncementState told(List<AnnouncementCommand> commands) {
        AnnouncementState state = AnnouncementState.ABSENT;
        for (AnnouncementCommand command : commands) {
            state = told(state, command);
        }
        return state;
    }

    private static AnnouncementState told(AnnouncementState state, AnnouncementCommand command) {
        return AnnouncementDecider.decide(command, state) instanceof Accepted<AnnouncementEvent>(var events)
                ? AnnouncementEvolution.evolve(state, events.getFirst())
                : state;
    }

    private static AnnouncementState after(List<AnnouncementEvent> events) {
        AnnouncementState state = AnnouncementState.ABSENT;
        for (AnnouncementEvent event : events) {
            state = AnnouncementEvolution.evolve(state, event);
        }
        return state;
    }
}
