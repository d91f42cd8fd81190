package io.partnerledger.standing;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements about money, said shortly: every deal is {@code D}, equity from amazon to anthropic, unless said. */
public final class Statements {

    public static final String D = "amazon-anthropic";

    private Statements() {}

    public static Amount usd(String value) {
        return amount(Qualifier.EXACT, value, "USD");
    }

    public static Amount eur(String value) {
        return amount(Qualifier.EXACT, value, "EUR");
    }

    public static Amount amount(Qualifier qualifier, String value, String currency) {
        return new Amount(qualifier, new BigDecimal(value), null, null, currency, null);
    }

    public static Amount range(String min, String max) {
        return new Amount(Qualifier.RANGE, null, new BigDecimal(min), new BigDecimal(max), "USD", null);
    }

    public static Amount undisclosed(@Nullable String currency) {
        return new Amount(Qualifier.UNDISCLOSED, null, null, null, currency, null);
    }

    public static CommitmentMade made(Stage stage, Amount amount) {
        return new CommitmentMade(D, "amazon", "anthropic", Instrument.EQUITY, stage, amount, null, null);
    }

    public static CommitmentMade binding(Amount amount) {
        return made(Stage.BINDING, amount);
    }

    public static CommitmentMade rumoured(Amount amount) {
        return made(Stage.RUMOURED, amount);
    }

    public static CommitmentMade on(String conditions, CommitmentMade made) {
        return new CommitmentMade(
                made.deal(), made.from(), made.to(), made.instrument(), made.stage(), made.amount(), conditions, null);
    }

    public static CommitmentMade between(String from, String to, Instrument instrument, CommitmentMade made) {
        return new CommitmentMade(made.deal(), from, to, instrument, made.stage(), made.amount(), null, null);
    }

    public static CommitmentMade called(String deal, CommitmentMade made) {
        return new CommitmentMade(
                deal, made.from(), made.to(), made.instrument(), made.stage(), made.amount(), made.conditions(), null);
    }

    public static CommitmentAmended amended(Amount amount) {
        return new CommitmentAmended(D, amount, null, null);
    }

    public static CommitmentAmended amended(
            @Nullable Amount amount, @Nullable Stage stage, @Nullable String conditions) {
        return new CommitmentAmended(D, amount, stage, conditions);
    }

    public static TranchePaid paid(Amount amount) {
        return new TranchePaid(D, amount, null);
    }

    public static TranchePaid paid(Amount amount, String tranche) {
        return new TranchePaid(D, amount, tranche);
    }

    public static CommitmentEnded ended(Outcome outcome) {
        return new CommitmentEnded(D, outcome);
    }

    public static Statement restated(String from, String to, Amount amount, String... covers) {
        return new TotalRestated(from, to, amount, List.of(covers));
    }
}
