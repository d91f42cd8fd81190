package io.partnerledger.exchange.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.partnerledger.roster.HeldRole;
import io.partnerledger.roster.Partner;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Preview;
import io.partnerledger.totals.Totals;
import io.partnerledger.totals.TotalsAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the rosters and of the totals that an import would change, as they are and as they would be on a day; a
 * row is null where it is not there.
 */
public record Changes(LocalDate validAt, List<RosterRow> roster, List<TotalsRow> totals) {

    /** A partner of a subject, with the roles held. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record RosterRow(
            String subject,
            String partner,
            @Nullable List<HeldRole> before,
            @Nullable List<HeldRole> after) {}

    /** The money from one party to another in one instrument and currency. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record TotalsRow(TotalsAnswer.@Nullable Line before, TotalsAnswer.@Nullable Line after) {}

    static Changes of(Preview preview) {
        return new Changes(preview.validAt(), rosters(preview), totals(preview));
    }

    private static List<RosterRow> rosters(Preview preview) {
        Map<String, Roster> before = Roster.all(preview.before());
        Map<String, Roster> after = Roster.all(preview.after());
        List<RosterRow> rows = new ArrayList<>();
        for (String subject : preview.subjects()) {
            Map<String, List<HeldRole>> was = roles(before.get(subject));
            Map<String, List<HeldRole>> is = roles(after.get(subject));
            TreeSet<String> partners = new TreeSet<>(was.keySet());
            partners.addAll(is.keySet());
            for (String partner : partners) {
                if (!Objects.equals(was.get(partner), is.get(partner))) {
                    rows.add(new RosterRow(subject, partner, was.get(partner), is.get(partner)));
                }
            }
        }
        return rows;
    }

    private static Map<String, List<HeldRole>> roles(@Nullable Roster roster) {
        return roster == null
                ? Map.of()
                : roster.partners().stream().collect(Collectors.toMap(Partner::id, Partner::roles));
    }

    private static List<TotalsRow> totals(Preview preview) {
        Map<List<Object>, TotalsAnswer.Line> before = lines(preview, Totals.of(preview.before()));
        Map<List<Object>, TotalsAnswer.Line> after = lines(preview, Totals.of(preview.after()));
        Map<List<Object>, TotalsRow> rows = new LinkedHashMap<>();
        before.forEach((key, line) -> rows.put(key, new TotalsRow(line, after.get(key))));
        after.forEach((key, line) -> rows.putIfAbsent(key, new TotalsRow(null, line)));
        return rows.values().stream()
                .filter(row -> !Objects.equals(row.before(), row.after()))
                .toList();
    }

    private static Map<List<Object>, TotalsAnswer.Line> lines(Preview preview, Totals totals) {
        return totals.rows().stream()
                .map(TotalsAnswer.Line::withoutExplanation)
                .filter(line -> preview.subjects().contains(line.from())
                        || preview.subjects().contains(line.to()))
                .collect(Collectors.toMap(
                        line -> List.of(line.from(), line.to(), line.instrument(), line.currency()),
                        Function.identity(),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }
}
