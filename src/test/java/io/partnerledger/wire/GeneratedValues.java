package io.partnerledger.wire;

import static net.jqwik.api.Combinators.combine;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Edtf;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.organization.Identifiers;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.NullUnmarked;

/** The values that generated events are made of. */
@NullUnmarked
final class GeneratedValues {

    private GeneratedValues() {}

    static Arbitrary<String> slug() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(word -> word + "-1");
    }

    static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange(' ', '\u02ff')
                .withChars("\n\t\"\\\\/\u2028\u4e16")
                .ofMaxLength(20)
                .map(words -> words.codePoints().anyMatch(Character::isISOControl) ? "\uD83D\uDE80 \t" : words + ".");
    }

    static Arbitrary<List<String>> texts() {
        return text().list().ofMaxSize(3);
    }

    static Arbitrary<EventDate> date() {
        return Arbitraries.of(
                        "2026", "2026-05", "2026-05-07", "2026~", "2027/..", "202X?", "2026-05-07T10:00:00Z", "../2024")
                .map(Edtf::parse);
    }

    static Arbitrary<Source> source() {
        Arbitrary<String> maybe = text().injectNull(0.5);
        Arbitrary<EventDate> maybeDate = date().injectNull(0.5);
        Arbitrary<String> url = Arbitraries.of(
                        "https://example.com/a?b=c#d", "http://127.0.0.1:8080/%20", "HTTPS://E.COM")
                .injectNull(0.3);
        Arbitrary<Source> withoutOrigin = combine(
                        url, text(), text(), maybe, maybeDate, maybeDate, Arbitraries.of(SourceTier.class), maybe)
                .as((at, publisher, title, author, published, retrieved, tier, quote) ->
                        new Source(at, publisher, title, author, published, retrieved, tier, quote, null));
        return combine(withoutOrigin, maybe)
                .as((s, origin) -> new Source(
                        s.url(),
                        s.publisher(),
                        s.title(),
                        s.author(),
                        s.publishedOn(),
                        s.retrievedAt(),
                        s.tier(),
                        s.quote(),
                        origin));
    }

    static Arbitrary<Amount> amount() {
        return combine(
                        Arbitraries.of(Qualifier.class),
                        decimal(),
                        decimal(),
                        Arbitraries.of("USD", "EUR", "JPY"),
                        text().injectNull(0.5))
                .as((qualifier, one, other, currency, printed) -> switch (qualifier) {
                    case UNDISCLOSED -> new Amount(qualifier, null, null, null, currency, printed);
                    case RANGE -> new Amount(qualifier, null, one.min(other), one.max(other), currency, printed);
                    case EXACT, UP_TO, AT_LEAST, APPROXIMATELY ->
                        new Amount(qualifier, one, null, null, currency, printed);
                });
    }

    static Arbitrary<Quantity> quantity() {
        return combine(amount(), Arbitraries.of(CapacityUnit.class))
                .as((amount, unit) -> new Quantity(
                        amount.qualifier(), amount.value(), amount.min(), amount.max(), unit, amount.printed()));
    }

    static Arbitrary<Identifiers> identifiers() {
        Arbitrary<String> maybe = text().injectNull(0.5);
        Arbitrary<Identifiers.Ticker> ticker =
                combine(text(), text()).as(Identifiers.Ticker::new).injectNull(0.5);
        return combine(maybe, maybe, ticker, maybe, maybe).as(Identifiers::new);
    }

    private static Arbitrary<BigDecimal> decimal() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("9e29"))
                .ofScale(12)
                .map(value -> Decimals.canonical(value.toPlainString()));
    }
}
