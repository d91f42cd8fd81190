package io.partnerledger.rates;

import static io.partnerledger.rates.MadeUpRates.into;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

/** An amount is converted at the rate of its day, to the minor unit of the currency that was asked for. */
class ExchangeTest {

    private static final BigDecimal THOUSAND = new BigDecimal("1000");

    private static String converted(String currency, String amount, String own, String day) {
        Exchange exchange = into(currency);
        LocalDate on = LocalDate.parse(day);
        return exchange.convert(new BigDecimal(amount), own, on).toPlainString() + " " + exchange.currency(own, on);
    }

    @Test
    void theRateOfTheDayCounts() {
        assertThat(converted("EUR", "1000", "USD", "2026-01-05")).isEqualTo("800.00 EUR");
        assertThat(converted("EUR", "1000", "USD", "2026-01-20")).isEqualTo("625.00 EUR");
        assertThat(converted("USD", "1000", "EUR", "2026-01-05")).isEqualTo("1250.00 USD");
    }

    @Test
    void aDayWithoutARateTakesTheLastOneOfTheSevenDaysBefore() {
        assertThat(converted("EUR", "1000", "USD", "2026-01-04")).isEqualTo("500.00 EUR");
        assertThat(converted("EUR", "1024", "USD", "2026-01-16")).isEqualTo("800.00 EUR");
        assertThat(converted("EUR", "1000", "USD", "2026-01-17")).isEqualTo("1000 USD");
        assertThat(converted("EUR", "1000", "USD", "2026-01-01")).isEqualTo("1000 USD");
        assertThat(converted("EUR", "1000", "GBP", "2026-01-12")).isEqualTo("2000.00 EUR");
        assertThat(converted("EUR", "1000", "GBP", "2026-01-13")).isEqualTo("1000 GBP");
    }

    @Test
    void twoOtherCurrenciesMeetInTheEuroOnADayThatHasBoth() {
        assertThat(converted("JPY", "1000", "USD", "2026-01-05")).isEqualTo("120000 JPY");
        assertThat(converted("JPY", "1000", "USD", "2026-01-09")).isEqualTo("120000 JPY");
        assertThat(converted("JPY", "1000", "USD", "2026-01-02")).isEqualTo("1000 USD");

        Conversion shown = into("JPY").conversion(THOUSAND, "USD", LocalDate.of(2026, 1, 9));

        assertThat(shown)
                .isEqualTo(new Conversion(
                        THOUSAND,
                        "USD",
                        LocalDate.of(2026, 1, 9),
                        new BigDecimal("1.2E+2"),
                        LocalDate.of(2026, 1, 5),
                        List.of(new Leg("USD", new BigDecimal("1.25")), new Leg("JPY", new BigDecimal("150"))),
                        "made up for tests"));
    }

    @Test
    void halvesAreRoundedToEvenAtTheMinorUnit() {
        assertThat(converted("EUR", "0.05", "USD", "2026-01-02")).isEqualTo("0.02 EUR");
        assertThat(converted("EUR", "0.07", "USD", "2026-01-02")).isEqualTo("0.04 EUR");
        assertThat(converted("JPY", "0.01", "EUR", "2026-01-05")).isEqualTo("2 JPY");
        assertThat(converted("JPY", "0.03", "EUR", "2026-01-05")).isEqualTo("4 JPY");
    }

    @Test
    void everyDigitOfALargeAmountIsKept() {
        assertThat(converted("EUR", "123456789012345678901234567890.25", "USD", "2026-01-05"))
                .isEqualTo("98765431209876543120987654312.20 EUR");
    }

    @Test
    void theRateThatIsShownIsRoundedAndTheFiguresBehindItAreNot() {
        Exchange thirds = new Exchange("EUR", MadeUpRates.rates("Date,USD\n2026-01-05,3\n"));
        Conversion shown = Objects.requireNonNull(thirds.conversion(THOUSAND, "USD", LocalDate.of(2026, 1, 5)));

        assertThat(shown.rate()).isEqualTo("0.333333333333");
        assertThat(shown.legs()).containsExactly(new Leg("USD", new BigDecimal("3")));
        assertThat(thirds.convert(new BigDecimal("3E+15"), "USD", LocalDate.of(2026, 1, 5)))
                .isEqualByComparingTo("1E+15");
    }

    @Test
    void whatIsInTheCurrencyAlreadyIsNotTouched() {
        assertThat(converted("EUR", "0.12345", "EUR", "2026-01-05")).isEqualTo("0.12345 EUR");
        assertThat(into("EUR").conversion(THOUSAND, "EUR", LocalDate.of(2026, 1, 5)))
                .isNull();
    }

    @Test
    void whatHasNoRateSaysSo() {
        LocalDate day = LocalDate.of(2026, 1, 5);

        assertThat(converted("EUR", "1000", "CHF", "2026-01-05")).isEqualTo("1000 CHF");
        assertThat(converted("CHF", "1000", "USD", "2026-01-05")).isEqualTo("1000 USD");
        assertThat(converted("EUR", "1000", "XXX", "2026-01-05")).isEqualTo("1000 XXX");
        assertThat(into("EUR").conversion(THOUSAND, "CHF", day))
                .isEqualTo(new Conversion(THOUSAND, "CHF", day, null, null, List.of(), null));
    }

    @Test
    void withoutRatesOrACurrencyNothingIsConverted() {
        LocalDate day = LocalDate.of(2026, 1, 5);
        Exchange withoutRates = new Exchange("EUR", null);

        assertThat(withoutRates.convert(THOUSAND, "USD", day)).isEqualTo(THOUSAND);
        assertThat(withoutRates.currency("USD", day)).isEqualTo("USD");
        assertThat(withoutRates.hash()).isEqualTo("none");
        assertThat(Exchange.NONE.convert(THOUSAND, "USD", day)).isEqualTo(THOUSAND);
        assertThat(Exchange.NONE.conversion(THOUSAND, "USD", day)).isNull();
        assertThat(Exchange.NONE.hash()).isNull();
    }

    @Property(tries = 300)
    void whatIsConvertedIsWithinHalfACentOfTheExactAmount(
            @ForAll @BigRange(min = "0", max = "1000000000000") @Scale(6) BigDecimal amount) {
        BigDecimal converted = into("EUR").convert(amount, "USD", LocalDate.of(2026, 1, 9));

        assertThat(converted.multiply(new BigDecimal("1.28")).subtract(amount).abs())
                .isLessThanOrEqualTo(new BigDecimal("0.0064"));
        assertThat(converted.scale()).isLessThanOrEqualTo(2);
    }
}
