package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Rejection.Code.ALREADY_RECORDED;
import static io.partnerledger.announcement.Rejection.Code.DUPLICATE_OF_ITSELF;
import static io.partnerledger.announcement.Rejection.Code.NOTHING_CHANGED;
import static io.partnerledger.announcement.Rejection.Code.NOT_LINKED;
import static io.partnerledger.announcement.Rejection.Code.NOT_RETRACTED;
import static io.partnerledger.announcement.Rejection.Code.NO_SUCH_STATEMENT;
import static io.partnerledger.announcement.Rejection.Code.RETRACTED;
import static io.partnerledger.announcement.Rejection.Code.STALE_REVISION;
import static io.partnerledger.announcement.Rejection.Code.UNKNOWN_ANNOUNCEMENT;

import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementCommand.CorrectAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.CorroborateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.DisputeAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.LinkDuplicate;
import io.partnerledger.announcement.AnnouncementCommand.RankAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
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
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.Decision;
import io.partnerledger.announcement.Faults;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.announcement.decision.AnnouncementState.Absent;
import io.partnerledger.announcement.decision.AnnouncementState.InForce;
import io.partnerledger.announcement.decision.AnnouncementState.Linked;
import io.partnerledger.announcement.decision.AnnouncementState.Retracted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command does to an announcement. What the announcement's state forbids is refused with that one
 * reason, since nothing else matters then; faults in what was sent are refused all at once. It never throws, never
 * looks at another announcement, and an accepted command is one event.
 */
public final class AnnouncementDecider {

    private AnnouncementDecider() {}

    /** What the command does to an announcement in this state. */
    public static Decision<AnnouncementEvent> decide(AnnouncementCommand command, AnnouncementState state) {
        return switch (state) {
            case Absent _ ->
                command instanceof RecordAnnouncement c
                        ? record(c)
                        : refused(UNKNOWN_ANNOUNCEMENT, "Nothing is recorded under " + command.announcement());
            case InForce s -> isStale(command, s) ? stale(s) : ofInForce(command, s);
            case Retracted s -> isStale(command, s) ? stale(s) : ofRetracted(command);
        };
    }

    private static Decision<AnnouncementEvent> record(RecordAnnouncement c) {
        Faults faults = new Faults().source("/source", c.source());
        StatementRules.check(faults, c.statements());
        return faults.orElse(
                () -> new AnnouncementRecorded(c.announcement(), c.announcedOn(), c.source(), c.statements()));
    }

    private static Decision<AnnouncementEvent> ofInForce(AnnouncementCommand command, InForce state) {
        return switch (command) {
            case RecordAnnouncement c -> refused(ALREADY_RECORDED, c.announcement() + " is already recorded");
            case CorrectAnnouncement c -> correct(c, state);
            case DisputeAnnouncement c ->
                weighed(c.reason(), c.statements(), state)
                        .source("/source", c.source())
                        .orElse(() -> new AnnouncementDisputed(
                                c.announcement(), state.revision(), c.reason(), c.source(), distinct(c.statements())));
            case CorroborateAnnouncement c ->
                weighed(c.reason(), c.statements(), state)
                        .source("/source", c.source())
                        .orElse(() -> new AnnouncementCorroborated(
                                c.announcement(), state.revision(), c.reason(), c.source(), distinct(c.statements())));
            case RankAnnouncement c ->
                new Faults()
                        .required("/reason", c.reason())
                        .when(c.rank() == state.rank(), NOTHING_CHANGED, "/rank", "It has this rank already")
                        .orElse(() -> new AnnouncementRanked(c.announcement(), c.rank(), c.reason()));
            case LinkDuplicate c -> link(c, state);
            case UnlinkDuplicate c ->
                new Faults()
                        .when(!(state instanceof Linked), NOT_LINKED, "", "It is not linked as a duplicate")
                        .optional("/reason", c.reason())
                        .orElse(() -> new AnnouncementDuplicateUnlinked(c.announcement(), c.reason()));
            case RetractAnnouncement c ->
                new Faults()
                        .required("/reason", c.reason())
                        .source("/source", c.source())
                        .orElse(() -> new AnnouncementRetracted(c.announcement(), c.reason(), c.source()));
            case ReinstateAnnouncement _ -> refused(NOT_RETRACTED, "Only a retracted announcement can be reinstated");
        };
    }

    private static Decision<AnnouncementEvent> ofRetracted(AnnouncementCommand command) {
        return switch (command) {
            case ReinstateAnnouncement c ->
                new Faults()
                        .required("/reason", c.reason())
                        .source("/source", c.source())
                        .orElse(() -> new AnnouncementReinstated(c.announcement(), c.reason(), c.source()));
            case RecordAnnouncement c ->
                refused(ALREADY_RECORDED, c.announcement() + " is already recorded, and retracted: reinstate it");
            case RetractAnnouncement _ -> refused(RETRACTED, "It is retracted already");
            case CorrectAnnouncement _,
                    DisputeAnnouncement _,
                    CorroborateAnnouncement _,
                    RankAnnouncement _,
                    LinkDuplicate _,
                    UnlinkDuplicate _ -> refused(RETRACTED, "It is retracted: reinstate it first");
        };
    }

    private static Decision<AnnouncementEvent> correct(CorrectAnnouncement c, InForce state) {
        Faults faults = new Faults()
                .required("/reason", c.reason())
                .source("/evidence", c.evidence())
                .source("/source", c.source());
        if (c.statements() != null) {
            StatementRules.check(faults, c.statements());
        }
        AnnouncementCorrected corrected = new AnnouncementCorrected(
                c.announcement(), c.reason(), c.evidence(), c.source(), c.announcedOn(), c.statements());
        return faults.when(
                        state.content().after(corrected).saysTheSameAs(state.content()),
                        NOTHING_CHANGED,
                        "",
                        "Give the source, announcedOn or statements that differ from what stands")
                .orElse(() -> corrected);
    }

    private static Decision<AnnouncementEvent> link(LinkDuplicate c, InForce state) {
        return new Faults()
                .required("/reason", c.reason())
                .required("/duplicateOf", c.duplicateOf())
                .when(
                        c.duplicateOf().equals(c.announcement()),
                        DUPLICATE_OF_ITSELF,
                        "/duplicateOf",
                        "Name the other announcement")
                .when(
                        state instanceof Linked linked && linked.duplicateOf().equals(c.duplicateOf()),
                        NOTHING_CHANGED,
                        "/duplicateOf",
                        "It is linked to this announcement already")
                .orElse(() -> new AnnouncementDuplicateLinked(c.announcement(), c.duplicateOf(), c.reason()));
    }

    private static Faults weighed(@Nullable String reason, List<Integer> statements, InForce state) {
        Faults faults = new Faults().optional("/reason", reason);
        int size = state.content().statements().size();
        for (int k = 0; k < statements.size(); k++) {
            int index = statements.get(k);
            faults.when(
                    index < 0 || index >= size,
                    NO_SUCH_STATEMENT,
                    "/statements/" + k,
                    "Revision " + state.revision() + " has statements 0 to " + (size - 1));
        }
        return faults;
    }

    private static List<Integer> distinct(List<Integer> indexes) {
        return indexes.stream().distinct().toList();
    }

    private static boolean isStale(AnnouncementCommand command, AnnouncementState state) {
        Long expected = command.expectedRevision();
        return expected != null && expected != state.revision();
    }

    private static Decision<AnnouncementEvent> stale(AnnouncementState state) {
        return refused(STALE_REVISION, "It is at revision " + state.revision() + " by now: read it again");
    }

    private static Decision<AnnouncementEvent> refused(Rejection.Code code, String detail) {
        return Decision.refused(code, "", detail);
    }
}
