package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One deal in dollars and one in a currency without rates, asked for in euros; the rates are made up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversionScenarioTest {

    private static final String TOTALS = "/api/totals?validAt=2026-06-01";

    @TempDir
    static Path home;

    private RunningLedger ledger;

    @BeforeAll
    void start() throws IOException {
        Path rates = Files.createDirectories(home.resolve("rates"));
        Files.writeString(
                rates.resolve("made-up.csv"),
                "# source: made up for a test\nDate,USD,JPY\n2026-05-08,1.25,160\n2026-05-05,1.5,N/A\n");
        Files.writeString(rates.resolve("bad.csv"), "Date,USD\n2026-05-09,1.1\n2026-05-10,one\n");
        ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
        record("dollars", "2026-05-07", "USD", "1000000001");
        record("francs", "2026-05-07", "CHF", "70");
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    private void record(String deal, String day, String currency, String value) {
        Answer answer =
                ledger.post("/api/announcements?register=true", """
                    {"announcedOn":"%s","source":{"publisher":"P","title":"%s","tier":"named-reporting"},"statements":[
                    {"kind":"commitment-made","deal":"%s","from":"amazon","to":"anthropic","instrument":"equity","stage":"binding",
                    "amount":{"qualifier":"exact","value":"%s","currency":"%s"}}]}\
                    """.formatted(day, deal, deal, value, currency));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        long position = answer.json().path("position").asLong();
        assertThat(ledger.get("/api/totals?minPosition=" + position).status()).isEqualTo(200);
    }

    @Test
    void anAmountIsConvertedAtTheLastRateWithinSevenDaysAndTheRestStays() {
        JsonNode answer = ledger.get(TOTALS + "&currency=EUR&explain=true").json();
        JsonNode francs = answer.at("/rows/0");
        JsonNode euros = answer.at("/rows/1");
        assertThat(francs.path("currency").asString()).isEqualTo("CHF");
        assertThat(francs.path("committed").asString()).isEqualTo("70");
        assertThat(euros.path("currency").asString()).isEqualTo("EUR");
        assertThat(euros.path("committed").asString())
                .isEqualTo(new BigDecimal("1000000001")
                        .divide(new BigDecimal("1.5"), 2, RoundingMode.HALF_EVEN)
                        .toPlainString());
        assertThat(euros.at("/counted/0/conversion/rateDate").asString()).isEqualTo("2026-05-05");
        assertThat(euros.at("/counted/0/conversion/source").asString()).isEqualTo("made up for a test");
        assertThat(answer.at("/rates/missing/0/currency").asString()).isEqualTo("CHF");
        assertThat(answer.path("rows")).hasSize(2);
    }

    @Test
    void intoItsOwnCurrencyNothingChanges() {
        JsonNode own = ledger.get(TOTALS).json().path("rows");
        assertThat(ledger.get(TOTALS + "&currency=CHF").json().path("rows")).isEqualTo(own);
        assertThat(ledger.get(TOTALS + "&currency=EUR&rates=none").json().path("rows"))
                .isEqualTo(own);
    }

    @Test
    void aCitedAnswerNamesItsRatesAndComesBack() {
        Answer first = ledger.get(TOTALS + "&currency=EUR");
        String link = first.json().path("permalink").asString();
        assertThat(link).contains("rates=" + first.json().at("/rates/hash").asString());
        assertThat(ledger.get(link).json().path("rows")).isEqualTo(first.json().path("rows"));
        assertThat(first.header("ETag"))
                .isNotEqualTo(ledger.get(TOTALS + "&currency=EUR&rates=none").header("ETag"));
        assertThat(ledger.get(TOTALS + "&currency=EUR", "If-None-Match", first.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "currency=XYZ, 400, bad-currency",
        "currency=eur, 400, bad-currency",
        "currency=XXX, 400, bad-currency",
        "rates=none, 400, bad-rates",
        "currency=EUR&rates=00, 404, unknown-rates"
    })
    void whatCannotBeAskedIsRefused(String parameters, int status, String code) {
        for (String path : new String[] {"totals", "deals", "deals/dollars", "flows"}) {
            Answer answer = ledger.get("/api/" + path + "?" + parameters);
            assertThat(answer.status()).as(path).isEqualTo(status);
            assertThat(answer.text()).contains(code);
        }
    }

    @Test
    void aBadFileIsNamedWithLineAndColumnAndNothingOfItIsTaken() {
        JsonNode rates = ledger.get("/api/rates").json();
        assertThat(rates.path("files")).hasSize(1);
        assertThat(rates.at("/refused/0/file").asString()).isEqualTo("bad.csv");
        assertThat(rates.at("/refused/0/line").asInt()).isEqualTo(3);
        assertThat(rates.at("/refused/0/column").asInt()).isEqualTo(2);
    }

    @Test
    void tablesAndLinesCarryTheConvertedFigures() {
        for (String type : new String[] {"text/csv", "application/x-ndjson"}) {
            assertThat(ledger.get(TOTALS + "&currency=EUR", "Accept", type).text())
                    .contains("666666667.33")
                    .contains("EUR");
            assertThat(beside("/api/totals?currency=EUR", type)).isEqualTo("rates.applied=1, rates.missing=1");
            assertThat(beside("/api/deals?currency=EUR&rates=none", type)).isEqualTo("rates.missing=2, rates.notice=1");
            assertThat(beside("/api/flows?currency=EUR&rates=none", type))
                    .isEqualTo("nodes=2, rates.missing=2, rates.notice=1");
            assertThat(beside("/api/changes?from=position:-1&currency=EUR&rates=none", type))
                    .isEqualTo("rates.notice=1");
        }
    }

    private String beside(String path, String type) {
        return ledger.get(path, "Accept", type).header("Beside-Rows");
    }
}
