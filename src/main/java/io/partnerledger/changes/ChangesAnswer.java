package io.partnerledger.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.rates.RatesUsed;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What moved between two points of recorded time, {@code from} and {@code to} as asked and as positions; the positions
 * themselves are known at their point, so {@code from} is not among the movers and {@code to} may be.
 * In one currency {@code rates} says where they come from; the totals at either end say which was applied.
 */
public record ChangesAnswer(
        @JsonUnwrapped View view,
        String from,
        @Nullable String to,
        long fromPosition,
        long toPosition,
        List<MovedFigure> figures,
        List<MovedPartner> roster,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RatesUsed rates)
        implements ViewAnswer<ChangeRow> {

    @Override
    public Map<String, Integer> beside() {
        return RatesUsed.beside(rates);
    }

    @Override
    public List<ChangeRow> rows() {
        return Stream.concat(
                        figures.stream().flatMap(ChangeRow::of), roster.stream().flatMap(ChangeRow::of))
                .toList();
    }
}
