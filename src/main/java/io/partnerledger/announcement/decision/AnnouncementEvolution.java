package io.partnerledger.announcement.decision;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDisputed;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.decision.AnnouncementState.Absent;
import io.partnerledger.announcement.decision.AnnouncementState.InForce;
import io.partnerledger.announcement.decision.AnnouncementState.Linked;
import io.partnerledger.announcement.decision.AnnouncementState.Retracted;
import io.partnerledger.announcement.decision.AnnouncementState.Standing;

/**
 * What an announcement is after an event. It takes any event in any state and judges none, since a log is read as it
 * was once written, under whatever rules held then.
 */
public final class AnnouncementEvolution {

    private AnnouncementEvolution() {}

    /** The state after the event. */
    public static AnnouncementState evolve(AnnouncementState state, AnnouncementEvent event) {
        return switch (state) {
            case Absent absent ->
                event instanceof AnnouncementRecorded e ? new Standing(1, Content.of(e), Rank.NORMAL) : absent;
            case InForce s -> event instanceof AnnouncementRetracted ? new Retracted(after(s, event)) : after(s, event);
            case Retracted(InForce s) ->
                event instanceof AnnouncementReinstated ? after(s, event) : new Retracted(after(s, event));
        };
    }

    private static InForce after(InForce state, AnnouncementEvent event) {
        long revision = state.revision() + 1;
        return switch (event) {
            case AnnouncementRecorded e -> with(state, revision, Content.of(e), state.rank());
            case AnnouncementCorrected e ->
                with(state, revision, state.content().after(e), state.rank());
            case AnnouncementRanked e -> with(state, revision, state.content(), e.rank());
            case AnnouncementDuplicateLinked e -> new Linked(revision, state.content(), state.rank(), e.duplicateOf());
            case AnnouncementDuplicateUnlinked _ -> new Standing(revision, state.content(), state.rank());
            case AnnouncementDisputed _,
                    AnnouncementCorroborated _,
                    AnnouncementRetracted _,
                    AnnouncementReinstated _ -> with(state, revision, state.content(), state.rank());
        };
    }

    private static InForce with(InForce state, long revision, Content content, Rank rank) {
        return switch (state) {
            case Standing _ -> new Standing(revision, content, rank);
            case Linked linked -> new Linked(revision, content, rank, linked.duplicateOf());
        };
    }
}
