package io.partnerledger.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of rates is taken whole or refused with the place of the fault. */
class RatesTest {

    @Test
    void aFileSaysItsDaysItsCurrenciesItsSourceAndItsHash() {
        Rates rates = MadeUpRates.rates();

        assertThat(rates.source()).isEqualTo("made up for tests");
        assertThat(rates.currencies()).containsExactly("USD", "GBP", "JPY");
        assertThat(rates.firstDay()).isEqualTo("2026-01-02");
        assertThat(rates.lastDay()).isEqualTo("2026-01-20");
        assertThat(rates.size()).isEqualTo(4);
        assertThat(rates.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void aFileWithoutASourceIsTheBanks() {
        assertThat(MadeUpRates.rates("Date,USD,\n2026-01-02,1.1,\n").source())
                .isEqualTo("European Central Bank, euro foreign exchange reference rates");
    }

    @Test
    void theHashIsThatOfEveryByte() {
        Rates one = MadeUpRates.rates("Date,USD\n2026-01-02,1.1\n");
        Rates other = MadeUpRates.rates("Date,USD\n2026-01-02,1.10\n");

        assertThat(one.hash())
                .isEqualTo(MadeUpRates.rates("Date,USD\n2026-01-02,1.1\n").hash());
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    @Test
    void endsOfLinesSpacesAMarkAtTheBeginningAndTheOrderOfDaysDoNotMatter() {
        Rates rates =
                MadeUpRates.rates("\uFEFFDate, USD, JPY,\r\n2026-01-02, 1.1, N/A,\r\n2026-01-05,1.2,150,\r\n\r\n");

        assertThat(rates.currencies()).containsExactly("USD", "JPY");
        assertThat(rates.size()).isEqualTo(2);
        assertThat(rates.rate("EUR", "JPY", LocalDate.of(2026, 1, 5))).isNotNull();
        assertThat(rates.rate("EUR", "JPY", LocalDate.of(2026, 1, 2))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        Day,USD;2026-01-02,1.1                        | 1 | 1 | begins with Date
        <html>;<body>                                 | 1 | 1 | begins with Date
        Date;2026-01-02                               | 1 | 2 | no currency
        Date,USD,EUR;2026-01-02,1.1,1                 | 1 | 3 | EUR
        Date,USD,usd;2026-01-02,1.1,1                 | 1 | 3 | usd
        Date,USD,JPY,USD;2026-01-02,1.1,1,1           | 1 | 4 | USD has a column already
        Date,USD;02 January 2026,1.1                  | 2 | 1 | 02 January 2026
        Date,USD;2026-02-30,1.1                       | 2 | 1 | 2026-02-30
        Date,USD;2026-01-02,1.1;2026-01-02,1.1        | 3 | 1 | 2026-01-02 is there twice
        Date,USD,JPY;2026-01-02,1.1                   | 2 | 3 | 3 columns, this one has 2
        Date,USD,JPY;2026-01-02,1.1,150,2,3           | 2 | 4 | 3 columns, this one has 5
        Date,USD,JPY;2026-01-05,1.1,150;2026-01-02,1. | 3 | 3 | 3 columns, this one has 2
        Date,USD,JPY;2026-01-02,1.1,16o               | 2 | 3 | no rate of JPY
        Date,USD,JPY;2026-01-02,1.1,                  | 2 | 3 | no rate of JPY
        Date,USD,JPY,;2026-01-02,1.1,150              | 2 | 4 | 4 columns, this one has 3
        Date,USD,JPY,;2026-01-02,1.1,150,1            | 2 | 4 | not with a comma
        Date,USD,JPY;2026-01-02,,150                  | 2 | 2 | no rate of USD
        Date,USD;2026-01-02,0                         | 2 | 2 | above 0
        Date,USD;2026-01-02,0.000                     | 2 | 2 | above 0
        Date,USD;2026-01-02,-1.1                      | 2 | 2 | above 0
        Date,USD;2026-01-02,1e3                       | 2 | 2 | above 0
        Date,USD;2026-01-02,n/a                       | 2 | 2 | above 0
        Date,USD;#below;2026-01-02,1.1                | 2 | 1 | below
        Date,USD                                      | 1 | 1 | no day
        """)
    void aFileOfAnotherFormIsRefusedWithThePlaceOfTheFault(String file, int line, int column, String reason) {
        assertThatThrownBy(() -> MadeUpRates.rates(file.replace(';', '\n')))
                .asInstanceOf(type(MalformedRates.class))
                .satisfies(fault -> {
                    assertThat(fault.getMessage()).contains(reason);
                    assertThat(fault.line()).isEqualTo(line);
                    assertThat(fault.column()).isEqualTo(column);
                });
    }

    @Test
    void whatIsNoTextOrEmptyIsRefused() {
        assertThatThrownBy(() -> Rates.read(new byte[] {'P', 'K', 3, (byte) 0xff}))
                .isInstanceOf(MalformedRates.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> Rates.read("".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedRates.class);
    }
}
