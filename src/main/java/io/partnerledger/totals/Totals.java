package io.partnerledger.totals;

import io.partnerledger.deals.Unplaced;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Part;
import io.partnerledger.standing.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The deals summed per direction, instrument and currency, never into one scalar. {@code rows} are those in which
 * something stands; {@code emptied} are those that lost all that counted, with zeros, there only to be explained.
 * Restated totals add nothing. Rows are ordered by from, to, instrument and currency, lines by deal and then by age.
 * Source of the rules: section 4 of the contract.
 */
public record Totals(List<Row> rows, List<Row> emptied, List<Unplaced> unplaced) {

    private static final Comparator<Row> ORDER =
            Comparator.comparing(row -> new RowKey(row.from(), row.to(), row.instrument(), row.currency()));

    public Totals {
        rows = List.copyOf(rows);
        emptied = List.copyOf(emptied);
        unplaced = List.copyOf(unplaced);
    }

    /** The totals over everything that stands, each row explained. */
    public static Totals of(Standing standing) {
        return of(standing, Exchange.NONE);
    }

    /** The same with each part of each deal in one currency, where there is a rate. */
    public static Totals of(Standing standing, Exchange exchange) {
        return of(standing, Part.of(standing), exchange);
    }

    /** The same with what is folded part by part. */
    public static Totals of(Standing standing, List<Part> parts, Exchange exchange) {
        return TotalsFold.of(standing, parts, exchange);
    }

    /** The rows alone: nobody asked for an explanation. */
    public static Totals figures(List<Part> parts, Exchange exchange) {
        return TotalsFold.figures(parts, exchange);
    }

    /** The rows in which the organization gives or receives, and the lines without a row that may concern it. */
    public Totals matching(String organization) {
        return new Totals(
                rows.stream().filter(row -> row.involves(organization)).toList(),
                emptied.stream().filter(row -> row.involves(organization)).toList(),
                unplaced.stream().filter(line -> line.mayConcern(organization)).toList());
    }

    /** The rows to show with an explanation: also those that lost all that counted, all in the one order. */
    public List<Row> explainedRows() {
        return Stream.concat(rows.stream(), emptied.stream()).sorted(ORDER).toList();
    }

    /** The lines that fit no row. */
    public List<Explained> notCounted() {
        return unplaced.stream().map(Unplaced::line).toList();
    }
}
