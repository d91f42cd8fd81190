package io.partnerledger.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The capacity; with an explanation also the rows that lost all that counted, and what fits no row. */
public record CapacityAnswer(
        @JsonUnwrapped View view,
        List<Line> rows,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> notCounted,
        List<CapacityConflict> conflicts)
        implements ViewAnswer<CapacityAnswer.Line> {

    @Override
    public Map<String, Integer> beside() {
        return Map.of("notCounted", notCounted == null ? 0 : notCounted.size(), "conflicts", conflicts.size());
    }

    /**
     * A capacity as {@link CapacityRow} describes it, with the statement that counted. What that statement gives is
     * null in a row that lost all that counted: a capacity of which nothing stands is not one of zero.
     */
    public record Line(
            String provider,
            String customer,
            CapacityUnit unit,
            @Nullable String site,
            List<String> products,
            @Nullable CapacityStatus status,
            @Nullable Quantity quantity,
            @Nullable EventDate onlineFrom,
            @Nullable String deal,
            @Nullable String announcement,
            @Nullable Integer statement,
            @Nullable Long position,
            @Nullable EventDate announcedOn,
            @Nullable SourceTier tier,
            boolean openEnded,
            boolean self,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> counted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> notCounted) {

        static Line of(CapacityRow row, boolean explain) {
            CapacityKey key = row.key();
            CapacityTelling believed = row.believed();
            CapacityAnnounced said = believed == null ? null : believed.said();
            Stated stated = believed == null ? null : believed.stated();
            return new Line(
                    key.provider(),
                    key.customer(),
                    key.unit(),
                    key.site(),
                    key.products(),
                    said == null ? null : said.status(),
                    said == null ? null : said.quantity(),
                    said == null ? null : said.onlineFrom(),
                    said == null ? null : said.deal(),
                    stated == null ? null : stated.announcement(),
                    stated == null ? null : Integer.valueOf(stated.index()),
                    stated == null ? null : Long.valueOf(stated.position()),
                    stated == null ? null : stated.announcedOn(),
                    stated == null ? null : stated.tier(),
                    row.openEnded(),
                    row.self(),
                    explain ? row.counted() : null,
                    explain ? row.notCounted() : null);
        }
    }

    static CapacityAnswer of(View view, Capacity capacity, boolean explain) {
        List<CapacityRow> shown = explain ? capacity.explainedRows() : capacity.rows();
        return new CapacityAnswer(
                view,
                shown.stream().map(row -> Line.of(row, explain)).toList(),
                explain ? capacity.notCounted() : null,
                capacity.conflicts());
    }
}
