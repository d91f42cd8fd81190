package io.partnerledger.timeline;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the timeline. {@code position} and {@code recordedAt} are those of the entry that brought it: the recording,
 * or the correction that brought a statement's present words. A statement has a {@code statement} index, a date and a
 * {@code status}, {@code standing} or the reason why it does not stand; what happened to an announcement or an
 * organization has a {@code reason} instead. {@code kind} is the statement's, or {@code correction}, {@code ranking},
 * {@code merge} and the like.
 */
public record Item(
        long position,
        @Nullable String announcement,
        @Nullable Integer statement,
        @Nullable EventDate announcedOn,
        Instant recordedAt,
        String kind,
        String headline,
        List<String> organizations,
        @Nullable String deal,
        @Nullable Amount amount,
        @Nullable Quantity quantity,
        @Nullable String status,
        @Nullable String reason,
        @Nullable From source) {

    /** Who says so. */
    public record From(
            String publisher, SourceTier tier, @Nullable String url) {

        static From of(Source source) {
            return new From(source.publisher(), source.tier(), source.url());
        }
    }
}
