package io.partnerledger.corpus;

import io.partnerledger.claims.Claim;
import io.partnerledger.claims.Claims;
import io.partnerledger.deals.Deal;
import io.partnerledger.deals.DealConflict;
import io.partnerledger.deals.Deals;
import io.partnerledger.deals.Payment;
import io.partnerledger.roster.FormerPartner;
import io.partnerledger.roster.Partner;
import io.partnerledger.roster.Roster;
import io.partnerledger.standing.Standing;
import io.partnerledger.totals.Row;
import io.partnerledger.totals.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what the folds answer in the shape of the expected files. */
final class AsExpected {

    private AsExpected() {}

    static List<Object> totals(Standing standing) {
        return Totals.of(standing).rows().stream().map(AsExpected::row).toList();
    }

    private static Object row(Row row) {
        return fields(
                "from", row.from(),
                "to", row.to(),
                "instrument", kebab(row.instrument()),
                "currency", row.currency(),
                "committed", plain(row.committed()),
                "paid", plain(row.paid()),
                "outstanding", plain(row.outstanding()),
                "conditional", plain(row.conditional()),
                "nonBinding", plain(row.nonBinding()),
                "rumoured", plain(row.rumoured()),
                "lapsed", plain(row.lapsed()),
                "deals", row.deals(),
                "undisclosedDeals", row.undisclosedDeals(),
                "openEnded", row.openEnded(),
                "dealSlugs", row.dealSlugs());
    }

    static Map<String, Object> deals(Standing standing) {
        Map<String, Object> deals = new LinkedHashMap<>();
        for (Deal deal : Deals.of(standing).deals()) {
            deals.put(
                    deal.deal(),
                    fields(
                            "from", deal.from(),
                            "to", deal.to(),
                            "instrument", kebab(deal.instrument()),
                            "currency", deal.currency(),
                            "stage", kebab(deal.stage()),
                            "qualifier", kebab(deal.qualifier()),
                            "ceiling", plain(deal.ceiling()),
                            "tranches", tranches(deal),
                            "ended", kebab(deal.ended())));
        }
        return deals;
    }

    private static Map<String, String> tranches(Deal deal) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Payment payment : deal.payments()) {
            if (payment.counted()) {
                sums.merge(payment.currency(), payment.amount(), BigDecimal::add);
            }
        }
        Map<String, String> tranches = new TreeMap<>();
        sums.forEach((currency, sum) -> tranches.put(currency, plain(sum)));
        return tranches;
    }

    static List<Object> conflicts(Standing standing) {
        return Deals.of(standing).deals().stream()
                .flatMap(deal -> deal.conflicts().stream())
                .map(AsExpected::conflict)
                .toList();
    }

    private static Object conflict(DealConflict conflict) {
        String values = switch (conflict.type()) {
            case SEVERAL_CEILINGS -> "ceilings";
            case SEVERAL_STAGES -> "stages";
            case SEVERAL_PARTIES, SEVERAL_INSTRUMENTS, SEVERAL_OUTCOMES, OVERPAID, OTHER_CURRENCY, NO_PARTIES ->
                "values";
        };
        return fields("type", kebab(conflict.type()), "deal", conflict.deal(), values, conflict.values());
    }

    static Map<String, Object> rosters(Standing standing) {
        Map<String, Object> rosters = new TreeMap<>();
        Roster.all(standing).forEach((subject, roster) -> {
            if (!roster.partners().isEmpty() || !roster.former().isEmpty()) {
                rosters.put(subject, roster(roster));
            }
        });
        return rosters;
    }

    private static Object roster(Roster roster) {
        Map<String, Partner> current = new TreeMap<>();
        roster.partners().forEach(partner -> current.put(partner.id(), partner));
        Map<String, FormerPartner> former = new TreeMap<>();
        roster.former().forEach(partner -> former.put(partner.id(), partner));
        Map<String, Object> partners = new TreeMap<>();
        for (String id : union(current.keySet(), former.keySet())) {
            partners.put(id, fields("id", id, "roles", held(current.get(id)), "former", lost(former.get(id))));
        }
        return fields(
                "count",
                current.size(),
                "current",
                List.copyOf(current.keySet()),
                "partners",
                List.copyOf(partners.values()));
    }

    private static List<Object> held(@Nullable Partner partner) {
        List<Object> roles = new ArrayList<>();
        if (partner != null) {
            partner.roles()
                    .forEach(role -> roles.add(fields(
                            "role", kebab(role.role()),
                            "since", role.since().toString(),
                            "sinceAsWritten", role.sinceAsWritten().written(),
                            "announcements", role.announcements(),
                            "products", role.products())));
        }
        return roles;
    }

    private static List<Object> lost(@Nullable FormerPartner partner) {
        List<Object> roles = new ArrayList<>();
        if (partner != null) {
            partner.roles()
                    .forEach(role -> roles.add(fields(
                            "role", kebab(role.role()),
                            "since", role.since().toString(),
                            "until", role.until().toString(),
                            "announcements", role.announcements())));
        }
        return roles;
    }

    static List<Object> claims(Standing standing) {
        return Claims.of(standing).claims().stream().map(AsExpected::claim).toList();
    }

    private static Object claim(Claim claim) {
        return fields(
                "announcement", claim.announcement(),
                "announcedOn", claim.announcedOn().written(),
                "subject", claim.subject(),
                "roles", claim.roles().stream().map(AsExpected::kebab).toList(),
                "comparator", kebab(claim.comparator()),
                "count", claim.count(),
                "claimed", claim.claimed(),
                "named", claim.named(),
                "onRoster", claim.onRoster(),
                "matched", claim.matched(),
                "notOnRoster", claim.notOnRoster(),
                "unnamed", claim.unnamed(),
                "extra", claim.extra());
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    private static List<String> union(Collection<String> one, Collection<String> other) {
        TreeMap<String, Boolean> both = new TreeMap<>();
        one.forEach(id -> both.put(id, true));
        other.forEach(id -> both.put(id, true));
        return List.copyOf(both.keySet());
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null
                ? null
                : amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String kebab(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
