package io.partnerledger.standing;

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
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as one of its events left it. {@code position} is where it was recorded and never changes;
 * {@code revision} counts its events from 1; {@code contentRevision} is the revision that brought the content in force.
 */
public record AnnouncementVersion(
        String announcement,
        long revision,
        long position,
        Instant recordedAt,
        long contentRevision,
        EventDate announcedOn,
        Source source,
        List<Statement> statements,
        boolean retracted,
        Rank rank,
        @Nullable String rankReason,
        @Nullable String duplicateOf,
        List<Remark> remarks) {

    /** A source that disputes or corroborates statements of one revision; no indexes means all. */
    public record Remark(Kind kind, long revision, @Nullable String reason, Source source, List<Integer> statements) {

        /** Which way the source points. */
        public enum Kind {
            DISPUTED,
            CORROBORATED
        }
    }

    /** The announcement as first recorded. */
    static AnnouncementVersion of(AnnouncementRecorded event, long position, Instant recordedAt) {
        return new AnnouncementVersion(
                event.announcement(),
                1,
                position,
                recordedAt,
                1,
                event.announcedOn(),
                event.source(),
                event.statements(),
                false,
                Rank.NORMAL,
                null,
                null,
                List.of());
    }

    /** The versions that its events up to a position made, oldest first. */
    static List<InForce<AnnouncementVersion>> versions(List<Past.Told> past, long upTo) {
        List<InForce<AnnouncementVersion>> versions = new ArrayList<>(past.size());
        @Nullable AnnouncementVersion last = null;
        for (Past.Told told : past) {
            if (told.position() <= upTo) {
                last = last == null
                        ? of((AnnouncementRecorded) told.event(), told.position(), told.recordedAt())
                        : last.after((AnnouncementEvent) told.event());
                versions.add(new InForce<>(told.position(), last));
            }
        }
        return versions;
    }

    /** The announcement after one more event. */
    AnnouncementVersion after(AnnouncementEvent event) {
        return switch (event) {
            case AnnouncementRecorded e -> throw new IllegalStateException(e.announcement() + " is recorded twice");
            case AnnouncementCorrected e ->
                next(
                        revision + 1,
                        e.announcedOn() == null ? announcedOn : e.announcedOn(),
                        e.source() == null ? source : e.source(),
                        e.statements() == null ? statements : e.statements());
            case AnnouncementDisputed e ->
                remarked(new Remark(Remark.Kind.DISPUTED, e.revision(), e.reason(), e.source(), e.statements()));
            case AnnouncementCorroborated e ->
                remarked(new Remark(Remark.Kind.CORROBORATED, e.revision(), e.reason(), e.source(), e.statements()));
            case AnnouncementRanked e -> next(retracted, e.rank(), e.reason(), duplicateOf, remarks);
            case AnnouncementDuplicateLinked e -> next(retracted, rank, rankReason, e.duplicateOf(), remarks);
            case AnnouncementDuplicateUnlinked _ -> next(retracted, rank, rankReason, null, remarks);
            case AnnouncementRetracted _ -> next(true, rank, rankReason, duplicateOf, remarks);
            case AnnouncementReinstated _ -> next(false, rank, rankReason, duplicateOf, remarks);
        };
    }

    /** Whether it stands, duplicate links aside. */
    boolean isLive() {
        return !retracted && rank != Rank.DEPRECATED;
    }

    /** Whether its duplicate link takes it out, as it does while any announcement further up the chain is live. */
    boolean repeatsALiveOne(Function<String, @Nullable AnnouncementVersion> others) {
        String next = duplicateOf;
        Set<String> passed = new HashSet<>(Set.of(announcement));
        while (next != null && passed.add(next)) {
            AnnouncementVersion target = others.apply(next);
            if (target == null) {
                return false;
            }
            if (target.isLive()) {
                return true;
            }
            next = target.duplicateOf;
        }
        return false;
    }

    private AnnouncementVersion remarked(Remark remark) {
        List<Remark> all = new ArrayList<>(remarks);
        all.add(remark);
        return next(retracted, rank, rankReason, duplicateOf, List.copyOf(all));
    }

    private AnnouncementVersion next(long content, EventDate date, Source from, List<Statement> what) {
        return new AnnouncementVersion(
                announcement,
                revision + 1,
                position,
                recordedAt,
                content,
                date,
                from,
                what,
                retracted,
                rank,
                rankReason,
                duplicateOf,
                remarks);
    }

    private AnnouncementVersion next(
            boolean withdrawn, Rank ranked, @Nullable String why, @Nullable String linkedTo, List<Remark> remarked) {
        return new AnnouncementVersion(
                announcement,
                revision + 1,
                position,
                recordedAt,
                contentRevision,
                announcedOn,
                source,
                statements,
                withdrawn,
                ranked,
                why,
                linkedTo,
                remarked);
    }
}
