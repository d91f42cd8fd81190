package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Samples.day;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Stage;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements of every kind and their parts, more often well-formed than not. */
final class GeneratedStatements {

    private final Random random;

    GeneratedStatements(Random random) {
        this.random = random;
    }

    List<Statement> list() {
        return many(2, this::statement);
    }

    Statement statement() {
        return switch (random.nextInt(9)) {
            case 0 ->
                new PartnerAdded(
                        party(),
                        party(),
                        roles(),
                        many(2, this::text),
                        maybe(this::text),
                        maybe(random::nextBoolean),
                        maybe(this::date));
            case 1 -> new PartnerRemoved(party(), party(), roles(), maybe(this::text), maybe(this::date));
            case 2 ->
                new CommitmentMade(
                        text(),
                        party(),
                        party(),
                        one(Instrument.values()),
                        one(Stage.values()),
                        amount(),
                        maybe(this::text),
                        maybe(this::text));
            case 3 ->
                new CommitmentAmended(text(), maybe(this::amount), maybe(() -> one(Stage.values())), maybe(this::text));
            case 4 -> new TranchePaid(text(), amount(), maybe(this::text));
            case 5 -> new CommitmentEnded(text(), one(Outcome.values()));
            case 6 ->
                new CapacityAnnounced(
                        party(),
                        party(),
                        quantity(),
                        many(2, this::text),
                        one(CapacityStatus.values()),
                        maybe(this::date),
                        maybe(this::text),
                        maybe(this::text));
            case 7 ->
                new PartnerCountClaimed(
                        party(), roles(), one(Comparator.values()), random.nextInt(-1, 9), many(2, this::party));
            default -> new TotalRestated(party(), party(), amount(), many(2, this::text));
        };
    }

    Source source() {
        return new Source(
                maybe(() -> one("https://example.org/a", "https://example.org/b")),
                text(),
                text(),
                maybe(this::text),
                maybe(this::date),
                maybe(this::date),
                one(SourceTier.values()),
                maybe(this::text),
                maybe(this::text));
    }

    EventDate date() {
        return day(one("2023-11-01", "2024-02-29"));
    }

    String text() {
        return random.nextInt(40) == 0 ? " " : one("x", "y", "\"z\\");
    }

    @SafeVarargs
    final <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private String party() {
        return one("anthropic", "amazon", "google", "nvidia", "openai", "microsoft");
    }

    private List<Role> roles() {
        return many(3, () -> one(Role.values()));
    }

    private Amount amount() {
        Qualifier qualifier = one(Qualifier.values());
        return new Amount(
                qualifier,
                number(qualifier, Qualifier.EXACT, Qualifier.UP_TO, Qualifier.AT_LEAST, Qualifier.APPROXIMATELY),
                number(qualifier, Qualifier.RANGE),
                number(qualifier, Qualifier.RANGE),
                random.nextInt(20) == 0 ? null : one("USD", "EUR"),
                maybe(this::text));
    }

    private Quantity quantity() {
        Amount amount = amount();
        return new Quantity(
                amount.qualifier(), amount.value(), amount.min(), amount.max(), one(CapacityUnit.values()), null);
    }

    /** A number where one belongs, and now and then where none does. */
    private @Nullable BigDecimal number(Qualifier qualifier, Qualifier... with) {
        return Stream.of(with).anyMatch(qualifier::equals) != (random.nextInt(20) == 0)
                ? BigDecimal.valueOf(random.nextInt(-1, 30), random.nextInt(3))
                : null;
    }

    private <T> List<T> many(int most, Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(most + 1)).toList();
    }
}
