package io.partnerledger.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.RunningLedger;
import io.partnerledger.RunningLedger.Answer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a ledger with the shipped journal exports. */
class ExportsTest {

    private static final Pattern POSTING = Pattern.compile("    (\\S+)  (-?[\\d.]+) ([A-Z]{3})");

    @TempDir
    static Path home;

    private static RunningLedger ledger;

    @BeforeAll
    static void starts() {
        ledger = RunningLedger.start("--ledger.home=" + home);
    }

    @AfterAll
    static void ends() {
        ledger.close();
    }

    @Test
    void theCloudEventsAreTheLog() {
        String log = ledger.get("/api/events").text();

        Answer export = ledger.get("/api/exports/cloudevents");

        assertThat(export.text()).isEqualTo(log);
        assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(export.header("Content-Disposition")).contains("ledger.ndjson");
        assertThat(ledger.get("/api/exports/cloudevents?asOf=position:4").text().lines())
                .hasSize(5)
                .isEqualTo(log.lines().limit(5).toList());
    }

    @Test
    void theHledgerJournalBalancesAndComesToTheTotals() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String line : ledger.get("/api/exports/hledger").text().lines().toList()) {
            Matcher posting = POSTING.matcher(line);
            if (posting.matches()) {
                BigDecimal amount = new BigDecimal(posting.group(2));
                sum = sum.add(amount);
                sums.merge(posting.group(1) + " " + posting.group(3), amount, BigDecimal::add);
            }
        }
        assertThat(sum).isZero();

        int compared = 0;
        for (JsonNode row : ledger.get("/api/totals").json().path("rows")) {
            for (String figure : new String[] {"paid", "outstanding", "nonBinding", "rumoured", "lapsed"}) {
                String account = "%s:%s:%s:%s %s"
                        .formatted(
                                figure.toLowerCase(java.util.Locale.ROOT),
                                row.path("from").asString(),
                                row.path("to").asString(),
                                row.path("instrument").asString(),
                                row.path("currency").asString());
                BigDecimal expected = new BigDecimal(row.path(figure).asString());
                assertThat(sums.getOrDefault(account, BigDecimal.ZERO))
                        .as(account)
                        .isEqualByComparingTo(expected);
                compared += expected.signum();
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(sums.keySet().stream().filter(account -> !account.startsWith("deal:")))
                .hasSize(compared);
    }

    @Test
    void theCsvHasARowForEachStatementThatStands() {
        Answer export = ledger.get("/api/exports/csv?subject=anthropic");

        assertThat(export.header("Content-Type")).startsWith("text/csv");
        assertThat(export.text().lines().findFirst().orElseThrow())
                .startsWith("announcement,statement,announcedOn,source.url")
                .contains(",stated.kind,");
        assertThat(export.text()).contains("partner-added").contains("commitment-made");
    }

    @Test
    void anotherFormatIsUnknown() {
        assertThat(ledger.get("/api/exports/xlsx").status()).isEqualTo(404);
    }
}
