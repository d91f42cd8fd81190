package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger.Answer;
import io.partnerledger.rates.MadeUpRates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the files of rates in the ledger's home make of the answers, from one start to the next; the rates are made up. */
class RatesInTheHomeTest {

    private static final String ASKED = "/api/totals?subject=anthropic&validAt=2026-11-23&currency=EUR";

    @TempDir
    private Path home;

    private Path rates;

    @BeforeEach
    void aFolderForRates() throws IOException {
        rates = Files.createDirectory(home.resolve("rates"));
    }

    @Test
    void everyViewOfMoneyAnswersInOneCurrencyAndSaysHow() throws IOException {
        Files.writeString(rates.resolve("rates.csv"), MadeUpRates.CSV);
        try (RunningLedger ledger = start()) {
            record(ledger);

            JsonNode totals = ledger.get(ASKED + "&explain=true").json();
            JsonNode row = totals.path("rows").get(0);
            assertThat(row.path("currency").asString()).isEqualTo("EUR");
            assertThat(row.path("committed").asString()).isEqualTo("73");
            assertThat(row.path("paid").asString()).isEqualTo("25");
            assertThat(row.path("counted").get(1).path("conversion").toString())
                    .isEqualTo("{\"amount\":\"40\",\"currency\":\"USD\",\"day\":\"2026-01-20\",\"rate\":\"0.625\","
                            + "\"rateDate\":\"2026-01-20\",\"legs\":[{\"currency\":\"USD\",\"perEuro\":\"1.6\"}],"
                            + "\"source\":\"made up for tests\"}");
            JsonNode used = totals.path("rates");
            assertThat(used.path("hash").asString())
                    .isEqualTo(MadeUpRates.rates().hash());
            assertThat(used.path("source").asString()).isEqualTo("made up for tests");
            assertThat(used.path("applied")).hasSize(2);
            assertThat(used.path("missing")).isEmpty();
            assertThat(used.path("notice").isNull()).isTrue();

            JsonNode deal = ledger.get("/api/deals/amazon-anthropic?currency=EUR")
                    .json()
                    .path("deals")
                    .get(0);
            assertThat(deal.path("ceiling").asString()).isEqualTo("80");
            assertThat(deal.path("outstanding").asString()).isEqualTo("48");
            assertThat(deal.path("conversion").path("amount").asString()).isEqualTo("100");
            assertThat(deal.path("payments")
                            .get(0)
                            .path("conversion")
                            .path("rateDate")
                            .asString())
                    .isEqualTo("2026-01-20");
            assertThat(ledger.get("/api/deals?currency=EUR").json().path("deals"))
                    .hasSize(1);
            assertThat(ledger.get("/api/flows?currency=EUR")
                            .json()
                            .path("edges")
                            .get(0)
                            .path("flows")
                            .get(0)
                            .path("committed")
                            .asString())
                    .isEqualTo("73");
            JsonNode moved =
                    ledger.get("/api/changes?from=position:-1&currency=EUR").json();
            assertThat(moved.path("figures").get(0).path("after").asString()).isEqualTo("73");
            assertThat(moved.path("rates").path("hash").asString())
                    .isEqualTo(used.path("hash").asString());
        }
    }

    @Test
    void aTableHasColumnsForTheRatesWhereItExplainsAConversion() throws IOException {
        Files.writeString(rates.resolve("rates.csv"), MadeUpRates.CSV);
        try (RunningLedger ledger = start()) {
            record(ledger);

            List<String> csv =
                    ledger.get(ASKED, "Accept", "text/csv").text().lines().toList();
            assertThat(csv.getFirst()).doesNotContain("conversion");
            assertThat(csv.get(1))
                    .startsWith("amazon,anthropic,equity,EUR,73,25,48,")
                    .contains("&rates=");
            List<String> explained = ledger.get(ASKED + "&explain=true", "Accept", "text/csv")
                    .text()
                    .lines()
                    .toList();
            assertThat(explained.getFirst()).contains("counted.conversion.rate,counted.conversion.rateDate");
            assertThat(explained.get(1)).contains(",USD;USD,2026-01-05;2026-01-20,0.8;0.625,");
            List<String> own = ledger.get(ASKED.replace("&currency=EUR", "&explain=true"), "Accept", "text/csv")
                    .text()
                    .lines()
                    .toList();
            assertThat(own.getFirst()).doesNotContain("conversion");
        }
    }

    @Test
    void aPermalinkAnswersTheSameForAsLongAsItsRatesAreThere() throws IOException {
        Files.writeString(rates.resolve("old.csv"), MadeUpRates.CSV);
        String permalink;
        Answer first;
        try (RunningLedger ledger = start()) {
            record(ledger);
            permalink = ledger.get(ASKED).json().path("permalink").asString();
            first = ledger.get(permalink);
            assertThat(permalink)
                    .contains("&currency=EUR&rates=" + MadeUpRates.rates().hash());
            assertThat(first.json().path("permalink").asString()).isEqualTo(permalink);
            assertThat(ledger.get(permalink, "If-None-Match", first.header("ETag"))
                            .status())
                    .isEqualTo(304);
        }
        String later = MadeUpRates.CSV.replace("2026-01-20,1.6", "2026-01-21,2");
        Files.writeString(rates.resolve("new.csv"), later);
        try (RunningLedger ledger = start()) {
            assertThat(ledger.get(permalink).text()).isEqualTo(first.text());
            assertThat(ledger.get(permalink).header("ETag")).isEqualTo(first.header("ETag"));
            Answer now = ledger.get(ASKED);
            assertThat(now.json().path("rates").path("hash").asString())
                    .isEqualTo(MadeUpRates.rates(later).hash());
            assertThat(ledger.get(ASKED, "If-None-Match", first.header("ETag")).status())
                    .isEqualTo(200);
        }
        Files.delete(rates.resolve("old.csv"));
        try (RunningLedger ledger = start()) {
            Answer gone = ledger.get(permalink);
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.json().path("code").asString()).isEqualTo("unknown-rates");
            assertThat(gone.json().path("detail").asString())
                    .contains(
                            MadeUpRates.rates().hash(),
                            "in use are " + MadeUpRates.rates(later).hash());
        }
    }

    @Test
    void withoutRatesEverythingStaysInItsCurrencyAndTheAnswerSaysWhatToDo() throws IOException {
        String permalink;
        Answer without;
        try (RunningLedger ledger = start()) {
            record(ledger);
            JsonNode own = ledger.get(ASKED.replace("&currency=EUR", "")).json();
            JsonNode asked = ledger.get(ASKED).json();
            assertThat(asked.path("rows")).isEqualTo(own.path("rows"));
            assertThat(asked.path("rates").path("hash").isNull()).isTrue();
            assertThat(asked.path("rates").path("notice").asString())
                    .contains("eurofxref-hist.csv", "'rates'", "https://");
            assertThat(asked.path("rates").path("missing")).hasSize(2);
            assertThat(ledger.get("/api/rates").json().path("files")).isEmpty();
            permalink = asked.path("permalink").asString();
            without = ledger.get(permalink);
        }
        Files.writeString(rates.resolve("rates.csv"), MadeUpRates.CSV);
        try (RunningLedger ledger = start()) {
            assertThat(permalink).endsWith("&currency=EUR&rates=none");
            assertThat(ledger.get(permalink).text()).isEqualTo(without.text());
            assertThat(ledger.get(ASKED)
                            .json()
                            .path("rows")
                            .get(0)
                            .path("currency")
                            .asString())
                    .isEqualTo("EUR");
        }
    }

    private RunningLedger start() {
        return RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
    }

    private static void record(RunningLedger ledger) {
        record(
                ledger,
                "2026-01-05",
                "Amazon invests",
                "{\"kind\":\"commitment-made\",\"deal\":\"amazon-anthropic\",\"from\":\"amazon\",\"to\":\"anthropic\","
                        + "\"instrument\":\"equity\",\"stage\":\"binding\",\"amount\":" + usd(100) + "}");
        record(
                ledger,
                "2026-01-20",
                "Amazon pays",
                "{\"kind\":\"tranche-paid\",\"deal\":\"amazon-anthropic\",\"amount\":" + usd(40) + "}");
    }

    private static void record(RunningLedger ledger, String on, String title, String statement) {
        Answer answer = ledger.post("/api/announcements?register=true", """
            {"announcedOn":"%s","source":{"publisher":"The Paper","title":"%s","tier":"named-reporting"},
             "statements":[%s]}\
            """.formatted(on, title, statement));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(ledger.get("/api/totals?minPosition="
                                + answer.json().path("position").asLong())
                        .status())
                .isEqualTo(200);
    }

    private static String usd(int value) {
        return "{\"qualifier\":\"exact\",\"value\":\"" + value + "\",\"currency\":\"USD\"}";
    }
}
