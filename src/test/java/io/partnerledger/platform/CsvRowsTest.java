package io.partnerledger.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.corpus.WrittenDate;
import io.partnerledger.standing.Tabular;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import io.partnerledger.wire.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    record Payment(BigDecimal amount, List<Role> roles) {}

    record Line(
            String deal,
            @Nullable EventDate on,
            BigDecimal paid,
            List<Role> roles,
            Payment first,
            List<Payment> payments,
            boolean open,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> explained) {}

    record Plain(List<Line> rows) implements Tabular<Line> {}

    record Said(long position, Statement statement) {}

    record Viewed(View view, List<Said> rows) implements ViewAnswer<Said> {}

    private static final String HEADER =
            "deal,on,paid,roles,first.amount,first.roles,payments.amount,payments.roles,open";

    @Test
    void everyComponentIsAColumnInItsOrder() throws Exception {
        Payment four = new Payment(new BigDecimal("4E+9"), List.of(Role.INVESTOR, Role.CUSTOMER));
        Payment one = new Payment(new BigDecimal("-1.50"), List.of());

        assertThat(csv(line("amazon-anthropic", four, List.of(four, one), null)))
                .containsExactly(
                        HEADER,
                        "amazon-anthropic,2026-05,7,investor;customer,4000000000,investor;customer,"
                                + "4000000000;-1.5,investor|customer;,true");
    }

    @Test
    void aTableWithoutRowsHasItsHeader() throws Exception {
        assertThat(csv()).containsExactly(HEADER);
    }

    @Test
    void whatAnAnswerLeavesOutIsNoColumnUnlessARowHasIt() throws Exception {
        Payment one = new Payment(BigDecimal.ONE, List.of());
        assertThat(csv(line("d", one, List.of(), List.of("a", "b"))))
                .containsExactly(HEADER + ",explained", "d,2026-05,7,investor;customer,1,,,,true,a;b");
    }

    @Test
    void cellsAreQuotedWhereTheyMustBe() throws Exception {
        Payment one = new Payment(BigDecimal.ONE, List.of());
        assertThat(csv(line("a \"b\", c\nd", one, List.of(), null)))
                .containsExactly(HEADER, "\"a \"\"b\"\", c\nd\",2026-05,7,investor;customer,1,,,,true");
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsText() throws Exception {
        Payment minus = new Payment(new BigDecimal("-4"), List.of());
        for (String formula : List.of("=1+1", "+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "-")) {
            assertThat(csv(line(formula, minus, List.of(), null)).getLast())
                    .matches("(?s)\"?'" + Pattern.quote(formula) + "\"?,.*")
                    .contains(",-4,");
        }
    }

    @Test
    void aRowOfAViewCarriesWhatItTakesToCiteIt() throws Exception {
        View view =
                new View("anthropic", List.of(), LocalDate.of(2026, 11, 23), null, 9, 1, "/api/x?subject=anthropic");
        Said said = new Said(3, new CommitmentEnded("one", Outcome.LAPSED));
        List<String> lines = lines(new Viewed(view, List.of(said)), Said.class);

        assertThat(lines.getFirst())
                .startsWith("position,statement.kind,statement.subject,statement.partner,")
                .contains(",statement.outcome,")
                .endsWith(",subject,validAt,asOf,view.position,permalink");
        assertThat(lines.getLast())
                .startsWith("3,commitment-ended,,,")
                .contains(",lapsed,")
                .endsWith(",anthropic,2026-11-23,,9,/api/x?subject=anthropic");
    }

    @Test
    void theSameRowsAreOneJsonObjectALine() throws Exception {
        View view = new View(null, List.of(), LocalDate.of(2026, 11, 23), "position:9", 9, 1, "/api/x");
        Said said = new Said(3, new CommitmentEnded("one", Outcome.LAPSED));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NdjsonRows(WireJson.view()).write(new Viewed(view, List.of(said, said)), Said.class, out);

        assertThat(out.toString(StandardCharsets.UTF_8).split("\n", -1))
                .hasSize(3)
                .startsWith("""
                    {"position":3,"statement":{"kind":"commitment-ended","deal":"one","outcome":"lapsed"},\
                    "view":{"subject":null,"validAt":"2026-11-23","asOf":"position:9","position":9,\
                    "permalink":"/api/x"}}\
                    """);
    }

    private static Line line(String deal, Payment first, List<Payment> payments, @Nullable List<String> explained) {
        return new Line(
                deal,
                WrittenDate.of("2026-05"),
                new BigDecimal("7.0"),
                List.of(Role.INVESTOR, Role.CUSTOMER),
                first,
                payments,
                true,
                explained);
    }

    private static List<String> csv(Line... rows) throws IOException {
        return lines(new Plain(List.of(rows)), Line.class);
    }

    private static List<String> lines(Tabular<?> answer, Class<?> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvRows(WireJson.view()).write(answer, row, out);
        String csv = out.toString(StandardCharsets.UTF_8);
        assertThat(csv).endsWith("\r\n");
        return List.of(csv.substring(0, csv.length() - 2).split("\r\n"));
    }
}
