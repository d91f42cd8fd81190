package io.partnerledger.exchange;

import io.partnerledger.deals.Deal;
import io.partnerledger.deals.Deal.Given;
import io.partnerledger.deals.Deals;
import io.partnerledger.deals.Parties;
import io.partnerledger.deals.Payment;
import io.partnerledger.standing.Point;
import io.partnerledger.wire.EnumNames;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The money of the deals as transactions of hledger (plain text accounting): a payment on the day it was announced, the
 * unpaid rest of a ceiling on the day that its amount was announced. The balance of {@code paid:FROM:TO:INSTRUMENT} is
 * that of the totals' row, and so for {@code outstanding}, {@code nonbinding}, {@code rumoured} and {@code lapsed};
 * each is balanced by {@code deal:SLUG}.
 */
final class HledgerJournal {

    /** One transaction, to be put in the order of days. */
    private record Entry(LocalDate day, String deal, String text) {}

    private final LocalDate validAt;
    private final List<Entry> entries = new ArrayList<>();

    private HledgerJournal(LocalDate validAt) {
        this.validAt = validAt;
    }

    static String of(Deals deals, Point point) {
        HledgerJournal journal = new HledgerJournal(point.validAt());
        deals.deals().forEach(journal::add);
        StringBuilder text = new StringBuilder("; partner-ledger, valid at ")
                .append(point.validAt())
                .append(", as of position ")
                .append(point.position())
                .append('\n');
        journal.entries.stream()
                .sorted(Comparator.comparing(Entry::day).thenComparing(Entry::deal))
                .forEach(entry -> text.append('\n').append(entry.text));
        return text.toString();
    }

    private void add(Deal deal) {
        Parties parties = deal.parties();
        if (parties == null) {
            return;
        }
        BigDecimal paid = BigDecimal.ZERO;
        for (Payment payment : deal.payments()) {
            if (payment.counted() && payment.amount() != null) {
                String currency = Objects.requireNonNullElse(payment.currency(), Deal.NO_CURRENCY);
                add(
                        payment.announcedOn().earliest(),
                        deal,
                        parties,
                        "paid",
                        payment.amount(),
                        currency,
                        payment.announcement());
                paid = currency.equals(deal.currency()) ? paid.add(payment.amount()) : paid;
            }
        }
        Given given = deal.ceilingGivenBy();
        LocalDate day = given == null ? validAt : given.announcedOn().earliest();
        String by = given == null ? null : given.announcement();
        String currency = Objects.requireNonNullElse(deal.currency(), Deal.NO_CURRENCY);
        // What a completion raised it to without a payment that was told.
        add(day, deal, parties, "paid", deal.paid().subtract(paid), currency, by);
        add(day, deal, parties, "outstanding", deal.outstanding(), currency, by);
        add(day, deal, parties, "nonbinding", deal.nonBinding(), currency, by);
        add(day, deal, parties, "rumoured", deal.rumoured(), currency, by);
        add(day, deal, parties, "lapsed", deal.lapsed(), currency, by);
    }

    private void add(
            LocalDate day,
            Deal deal,
            Parties parties,
            String what,
            BigDecimal amount,
            String currency,
            @Nullable String announcement) {
        if (amount.signum() == 0) {
            return;
        }
        String account = String.join(":", what, parties.from(), parties.to(), EnumNames.of(parties.instrument()));
        String text = "%s %s%s\n    %s  %s %s\n    deal:%s  %s %s\n"
                .formatted(
                        day,
                        deal.deal(),
                        announcement == null ? "" : "  ; announcement:" + announcement,
                        account,
                        amount.toPlainString(),
                        currency,
                        deal.deal(),
                        amount.negate().toPlainString(),
                        currency);
        entries.add(new Entry(day, deal.deal(), text));
    }
}
