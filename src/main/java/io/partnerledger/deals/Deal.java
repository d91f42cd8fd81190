package io.partnerledger.deals;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Stage;
import io.partnerledger.rates.Conversion;
import io.partnerledger.standing.Explained;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One deal as it stands: who gives what to whom, how much of it is paid and where the rest lies. Figures are in units
 * of {@code currency}; with a ceiling, paid + outstanding + nonBinding + rumoured + lapsed equals it, unless more was
 * paid or a rumour ended. {@code conditional} is the outstanding part that hangs on conditions. Payments in another
 * currency are in {@code payments} alone. Where no standing statement names the parties, nothing but payments is
 * known: parties, instrument, stage, ceiling and ending are null. {@code ceilingGivenBy} is null without a ceiling.
 * The currency is that of the deal's amount, even an undisclosed one, or {@code XXX} where the amount names none; then
 * no payment is in it. Without parties it is that of the first payment, or null.
 *
 * <p>Where another currency was asked for, each part is converted by itself: the ceiling and what is not paid of it at
 * the rate of the day of the statement that gave the amount, each payment at that of its own. So the parts need not add
 * up to the ceiling. {@code conversion} is that of the ceiling, null where it was in that currency. A part without a rate
 * stays what it is: a payment is then one in another currency.
 *
 * <p>In {@code counted} the amount of a line is the statement's own and {@code field} the figure that it entered; a
 * completion brings to {@code paid} what it raised it by. A statement can be in both lists: the amount of a commitment
 * may be superseded while its parties still count the deal. Source of the rules: section 4 of the contract.
 */
public record Deal(
        String deal,
        @Nullable String from,
        @Nullable String to,
        @Nullable Instrument instrument,
        @Nullable String currency,
        @Nullable Stage stage,
        @Nullable Qualifier qualifier,
        @Nullable BigDecimal ceiling,
        @Nullable Given ceilingGivenBy,
        BigDecimal paid,
        BigDecimal outstanding,
        BigDecimal conditional,
        BigDecimal nonBinding,
        BigDecimal rumoured,
        BigDecimal lapsed,
        List<Payment> payments,
        @Nullable Outcome ended,
        @Nullable String conditions,
        @Nullable String period,
        boolean openEnded,
        boolean self,
        List<Explained> counted,
        List<Explained> notCounted,
        List<DealConflict> conflicts,
        @Nullable Conversion conversion) {

    /** The currency of a deal that names none (ISO 4217: no currency). */
    public static final String NO_CURRENCY = "XXX";

    /** The statement that gave an amount and the day it was announced, the day to convert the amount at. */
    public record Given(String announcement, int statement, long position, EventDate announcedOn) {}

    public Deal {
        payments = List.copyOf(payments);
        counted = List.copyOf(counted);
        notCounted = List.copyOf(notCounted);
        conflicts = List.copyOf(conflicts);
    }

    /** The parties, if a standing statement names them; only then does the deal enter the totals. */
    public @Nullable Parties parties() {
        return from == null || to == null || instrument == null ? null : new Parties(from, to, instrument);
    }

    /** Whether more may be committed than is known; of what lapsed or was terminated no more is than was paid. */
    public boolean mayBeMore() {
        return openEnded || (ceiling == null && ended != Outcome.LAPSED && ended != Outcome.TERMINATED);
    }

    /** Whether the organization gives or receives. */
    public boolean involves(String organization) {
        return organization.equals(from) || organization.equals(to);
    }

    public static String currencyOr(@Nullable String currency) {
        return currency == null ? NO_CURRENCY : currency;
    }
}
