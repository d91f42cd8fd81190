package io.partnerledger.totals;

import io.partnerledger.announcement.Amount;
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
import io.partnerledger.deals.Parties;
import io.partnerledger.rates.Exchange;
import io.partnerledger.standing.Stated;
import java.time.LocalDate;
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
    private final Exchange exchange;

    /** The rows of one statement, none where the parties are unknown, the parties it speaks of and what it counts. */
    record Home(
            List<RowKey> keys,
            @Nullable String from,
            @Nullable String to,
            @Nullable Amount amount) {}

    /** Deals whose parties nothing standing names are at home where a telling that was taken out had them. */
    Homes(List<Deal> deals, Map<String, Parties> lost, Exchange exchange) {
        this.exchange = exchange;
        parties.putAll(lost);
        for (Deal deal : deals) {
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
    Home of(Stated stated) {
        LocalDate day = stated.announcedOn().earliest();
        return switch (stated.statement()) {
            case CommitmentMade s -> home(s.deal(), new Parties(s.from(), s.to(), s.instrument()), s.amount(), day);
            case CommitmentAmended s -> home(s.deal(), parties.get(s.deal()), s.amount(), day);
            case TranchePaid s -> home(s.deal(), parties.get(s.deal()), s.amount(), day);
            case CommitmentEnded s -> of(s.deal());
            case TotalRestated s -> home(s, day);
            case PartnerAdded _, PartnerRemoved _, CapacityAnnounced _, PartnerCountClaimed _ -> null;
        };
    }

    /** Where the deal belongs. */
    Home of(String deal) {
        return home(deal, parties.get(deal), null, LocalDate.MIN);
    }

    private Home home(String deal, @Nullable Parties between, @Nullable Amount amount, LocalDate day) {
        if (between == null) {
            return new Home(List.of(), null, null, amount);
        }
        String stated = comesOutIn(amount, day);
        RowKey key = RowKey.of(between, stated == null ? currencies.get(deal) : stated);
        return new Home(List.of(key), between.from(), between.to(), amount);
    }

    private @Nullable String comesOutIn(@Nullable Amount amount, LocalDate day) {
        String stated = amount == null ? null : amount.currency();
        return stated == null ? null : exchange.currency(stated, day);
    }

    private Home home(TotalRestated restated, LocalDate day) {
        List<RowKey> keys = restated.covers().stream()
                .map(parties::get)
                .filter(Objects::nonNull)
                .map(Parties::instrument)
                .distinct()
                .map(instrument -> new Parties(restated.from(), restated.to(), instrument))
                .map(between -> RowKey.of(between, comesOutIn(restated.amount(), day)))
                .toList();
        return new Home(keys, restated.from(), restated.to(), restated.amount());
    }
}
