package io.partnerledger.totals;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Deals;
import io.partnerledger.deals.Parties;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement that counts for nothing would have belonged: a commitment in the row of the parties that it names
 * itself; an amendment, payment or ending in that of its deal's parties; a restated total in the rows of its own
 * parties and currency in the instruments of the deals that it covers. Where no currency is stated, it is the deal's.
 */
final class Homes {

    private final Map<String, Parties> parties = new HashMap<>();
    private final Map<String, String> currencies = new HashMap<>();

    /** The rows of one statement, none where the parties are unknown, the parties it speaks of and what it counts. */
    record Home(
            List<RowKey> keys,
            @Nullable String from,
            @Nullable String to,
            @Nullable BigDecimal amount) {}

    /** Deals whose parties nothing standing names are at home where a telling that was taken out had them. */
    Homes(Deals deals, Map<String, Parties> lost) {
        parties.putAll(lost);
        for (Deal deal : deals.deals()) {
            Parties named = deal.parties();
            if (named != null) {
                parties.put(deal.deal(), named);
            }
            if (deal.currency() != null) {
                currencies.put(deal.deal(), deal.currency());
            }
        }
    }

    /** Where the statement belongs; null where it moves no money. */
    @Nullable
    Home of(Statement statement) {
        return switch (statement) {
            case CommitmentMade s -> home(s.deal(), new Parties(s.from(), s.to(), s.instrument()), s.amount());
            case CommitmentAmended s -> home(s.deal(), parties.get(s.deal()), s.amount());
            case TranchePaid s -> home(s.deal(), parties.get(s.deal()), s.amount());
            case CommitmentEnded s -> of(s.deal());
            case TotalRestated s -> home(s);
            case PartnerAdded _, PartnerRemoved _, CapacityAnnounced _, PartnerCountClaimed _ -> null;
        };
    }

    /** Where the deal belongs. */
    Home of(String deal) {
        return home(deal, parties.get(deal), null);
    }

    private Home home(String deal, @Nullable Parties between, @Nullable Amount amount) {
        BigDecimal counted = amount == null ? null : amount.counted();
        if (between == null) {
            return new Home(List.of(), null, null, counted);
        }
        String stated = amount == null ? null : amount.currency();
        RowKey key = RowKey.of(between, stated == null ? currencies.get(deal) : stated);
        return new Home(List.of(key), between.from(), between.to(), counted);
    }

    private Home home(TotalRestated restated) {
        List<RowKey> keys = restated.covers().stream()
                .map(parties::get)
                .filter(Objects::nonNull)
                .map(Parties::instrument)
                .distinct()
                .map(instrument -> new Parties(restated.from(), restated.to(), instrument))
                .map(between -> RowKey.of(between, restated.amount().currency()))
                .toList();
        return new Home(keys, restated.from(), restated.to(), restated.amount().counted());
    }
}
