package io.partnerledger.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roster of a subject with the partners' names; the explanation is there where it was asked for. */
public record RosterAnswer(
        @JsonUnwrapped View view,
        String name,
        List<Current> partners,
        List<Former> former,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> notCounted,
        List<RosterConflict> conflicts)
        implements ViewAnswer<RoleRow> {

    /** A partner with the roles it holds. */
    public record Current(
            String id,
            String name,
            boolean self,
            List<HeldRole> roles,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> counted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> notCounted) {}

    /** A partner with the roles it held before. */
    public record Former(
            String id,
            String name,
            boolean self,
            List<LostRole> roles,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> counted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<Explained> notCounted) {}

    @Override
    public Map<String, Integer> beside() {
        return Map.of("notCounted", notCounted == null ? 0 : notCounted.size(), "conflicts", conflicts.size());
    }

    @Override
    public List<RoleRow> rows() {
        return Stream.concat(
                        partners.stream().flatMap(RoleRow::of), former.stream().flatMap(RoleRow::of))
                .toList();
    }

    static RosterAnswer of(View view, Roster roster, Registry registry, boolean explain) {
        return new RosterAnswer(
                view,
                registry.nameOf(roster.subject()),
                roster.partners().stream()
                        .map(p -> new Current(
                                p.id(),
                                registry.nameOf(p.id()),
                                p.self(),
                                p.roles(),
                                explain ? p.counted() : null,
                                explain ? p.notCounted() : null))
                        .toList(),
                roster.former().stream()
                        .map(p -> new Former(
                                p.id(),
                                registry.nameOf(p.id()),
                                p.self(),
                                p.roles(),
                                explain ? p.counted() : null,
                                explain ? p.notCounted() : null))
                        .toList(),
                explain ? roster.notCounted() : null,
                roster.conflicts());
    }
}
