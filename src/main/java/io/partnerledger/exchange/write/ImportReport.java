package io.partnerledger.exchange.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.partnerledger.announcement.AnnouncementEntry.UnknownName;
import io.partnerledger.platform.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or with {@code dryRun} would do: how many lines were recorded, were recorded already and are
 * refused, and each line that is not simply recorded; the organizations that are registered with it, and the names that
 * nobody bore before. Of very many faults the first are told, and {@code moreErrors} is how many there were besides; a
 * refused line of which no fault is told is no item. {@code changes} is the preview that a dry run gives; {@code position} is the last event of the
 * import, or the end of the log where nothing was stored.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
        boolean dryRun,
        int recorded,
        int alreadyRecorded,
        int refused,
        int events,
        long position,
        List<Item> items,
        @Nullable Integer moreErrors,
        List<String> organizations,
        List<UnknownName> unknownOrganizations,
        @Nullable Changes changes) {

    /** What becomes of a line; {@code id} is that of the announcement or organization, where there is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(int line, Outcome outcome, @Nullable String id, List<Problem.Fault> errors) {}

    /** What becomes of a line. */
    public enum Outcome {
        RECORDED,
        ALREADY_RECORDED,
        REFUSED
    }
}
