package io.partnerledger.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_32;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.TranchePaid;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestJsonTest {

    record Body(
            EventDate announcedOn,
            Source source,
            List<Statement> statements,
            @Nullable List<Integer> indexes,
            @Nullable Boolean flag) {}

    private static final String HEAD =
            "\"announcedOn\":\"2026-05\",\"source\":{\"publisher\":\"P\",\"title\":\"T\",\"tier\":\"social\"}";

    @Test
    void aBodyIsReadIntoItsRecordWithAbsentFieldsNullOrEmpty() {
        Body body = read("{" + HEAD + ",\"statements\":[{\"amount\":{\"qualifier\":\"exact\",\"value\":\"40.50\","
                + "\"currency\":\"USD\"},\"kind\":\"tranche-paid\",\"deal\":\"a-b\",\"tranche\":null}]}");

        Amount amount = new Amount(Qualifier.EXACT, new BigDecimal("40.5"), null, null, "USD", null);
        assertThat(body.statements()).containsExactly(new TranchePaid("a-b", amount, null));
        assertThat(body.announcedOn()).isEqualTo(SampleEvents.date("2026-05"));
        assertThat(body.indexes()).isNull();
        assertThat(read("{" + HEAD + "}").statements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"oops\":1}                            | /oops                | UNKNOWN_FIELD",
                "{\"a/b~c\":1}                           | /a~1b~0c             | UNKNOWN_FIELD",
                "{}                                      | /announcedOn         | MISSING_FIELD",
                "{\"announcedOn\":null}                  | /announcedOn         | MISSING_FIELD",
                "{\"announcedOn\":2026}                  | /announcedOn         | WRONG_TYPE",
                "{\"announcedOn\":\"2026-02-30\"}        | /announcedOn         | BAD_DATE",
                "{\"announcedOn\":\"2026\",\"source\":[]}  | /source              | WRONG_TYPE",
                "[]                                      | ``                   | WRONG_TYPE",
                "\"text\"                                | ``                   | WRONG_TYPE",
                "null                                    | ``                   | WRONG_TYPE",
                "``                                      | ``                   | MALFORMED_JSON",
                "{\"source\":{\"url\":                   | /source/url          | MALFORMED_JSON",
                "{} {}                                   | ``                   | MALFORMED_JSON",
                "{'a':1}                                 | ``                   | MALFORMED_JSON",
                "{\"source\":{\"url\":\"a\",\"url\":\"b\"}} | /source/url          | DUPLICATE_FIELD",
                "{\"source\":{\"x\":{},\"x\":{}}}        | /source/x            | DUPLICATE_FIELD",
                "{\"statements\":[1,{\"a\":1,\"a\":[]}]}   | /statements/1/a      | DUPLICATE_FIELD"
            })
    void theWholeIsCheckedBeforeItsParts(String body, String pointer, MalformedRequest.Code code) {
        assertFault(fault(body), pointer, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url         | \"ftp://example.com\"        | BAD_URL",
                "url         | \"example.com\"              | BAD_URL",
                "url         | \"https://\"                 | BAD_URL",
                "url         | \"javascript:alert(1)\"      | BAD_URL",
                "url         | \"https://a b\"              | BAD_URL",
                "url         | 7                            | WRONG_TYPE",
                "publisher   | \"\"                         | BLANK",
                "publisher   | \" \\t\"                     | BLANK",
                "publisher   | \"\\u0000\"                  | BAD_TEXT",
                "publisher   | \"\\ud83d.\"                 | BAD_TEXT",
                "publisher   | \"a\\u007f\"                | BAD_TEXT",
                "publisher   | \"a\\u0085b\"               | BAD_TEXT",
                "publisher   | \"a\\nb\"                   | BAD_TEXT",
                "author      | \"a\\tb\"                   | BAD_TEXT",
                "author      | \"a\\r\"                    | BAD_TEXT",
                "derivedFrom | \"a\\n\"                    | BAD_TEXT",
                "quote       | \"a\\u009fb\"               | BAD_TEXT",
                "publisher   | false                        | WRONG_TYPE",
                "author      | {}                           | WRONG_TYPE",
                "tier        | \"oracle\"                   | UNKNOWN_VALUE",
                "tier        | \"SOCIAL\"                   | UNKNOWN_VALUE",
                "tier        | 6                            | WRONG_TYPE",
                "publishedOn | \"soon\"                     | BAD_DATE",
                "publishedOn | \"2027/2026\"                | BAD_DATE"
            })
    void aSourceIsCheckedFieldByField(String field, String value, MalformedRequest.Code code) {
        String source = "\"publisher\":\"P\",\"title\":\"T\",\"tier\":\"social\""
                .replaceAll("\"" + field + "\":\"\\w+\",?", "");
        String body = "{\"announcedOn\":\"2026\",\"source\":{\"" + field + "\":" + value + ","
                + (source.endsWith(",") ? source.substring(0, source.length() - 1) : source) + "}}";

        assertFault(fault(body), "/source/" + field, code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                 | /kind             | MISSING_FIELD",
                "{\"kind\":\"party\"}                               | /kind             | UNKNOWN_VALUE",
                "{\"kind\":1}                                       | /kind             | WRONG_TYPE",
                "null                                               | ``                | WRONG_TYPE",
                "{\"kind\":\"tranche-paid\"}                        | /deal             | MISSING_FIELD",
                "{\"kind\":\"tranche-paid\",\"deal\":\"A B\"}       | /deal             | BAD_SLUG",
                "{\"kind\":\"tranche-paid\",\"deal\":\"-a\"}        | /deal             | BAD_SLUG",
                "{\"kind\":\"tranche-paid\",\"deal\":\"a\"}         | /amount           | MISSING_FIELD",
                "{\"kind\":\"tranche-paid\",\"roles\":[]}           | /roles            | UNKNOWN_FIELD",
                "{\"kind\":\"partner-added\",\"subject\":\"a\",\"partner\":\"b\",\"roles\":\"investor\"} | /roles |"
                        + " WRONG_TYPE",
                "{\"kind\":\"partner-added\",\"subject\":\"a\",\"partner\":\"b\",\"roles\":[\"x\"]} | /roles/0 |"
                        + " UNKNOWN_VALUE",
                "{\"kind\":\"partner-added\",\"subject\":\"a\",\"partner\":\"b\",\"products\":[\"x\",null]} |"
                        + " /products/1 | WRONG_TYPE",
                "{\"kind\":\"partner-added\",\"subject\":\"a\",\"partner\":\"b\",\"exclusive\":\"true\"} | /exclusive"
                        + " | WRONG_TYPE",
                "{\"kind\":\"total-restated\",\"from\":\"a\",\"to\":\"b\",\"amount\":{\"qualifier\":\"undisclosed\"},\"covers\":[\"ok\",\"N"
                    + " o\"]} | /covers/1 | BAD_SLUG",
                "{\"kind\":\"partner-count-claimed\",\"subject\":\"a\",\"comparator\":\"exactly\",\"count\":\"7\"} |"
                        + " /count | WRONG_TYPE",
                "{\"kind\":\"partner-count-claimed\",\"subject\":\"a\",\"comparator\":\"exactly\",\"count\":7.0} |"
                        + " /count | WRONG_TYPE",
                "{\"kind\":\"partner-count-claimed\",\"subject\":\"a\",\"comparator\":\"exactly\",\"count\":2147483648}"
                        + " | /count | OUT_OF_RANGE",
                "{\"kind\":\"commitment-amended\",\"deal\":\"a\",\"conditions\":\" \"} | /conditions | BLANK",
                "{\"kind\":\"partner-count-claimed\",\"subject\":\"a\",\"comparator\":\"exactly\",\"count\":-1} |"
                        + " /count | OUT_OF_RANGE",
                "{\"kind\":\"partner-count-claimed\",\"subject\":\"a\",\"comparator\":\"exactly\",\"count\":99999999999999999999}"
                    + " | /count | OUT_OF_RANGE",
                "{\"kind\":\"partner-count-claimed\",\"subject\":\"a\",\"comparator\":\"exactly\"} | /count |"
                        + " MISSING_FIELD"
            })
    void aStatementIsCheckedByItsKind(String statement, String pointer, MalformedRequest.Code code) {
        String fine = "{\"kind\":\"commitment-ended\",\"deal\":\"a\",\"outcome\":\"lapsed\"}";

        assertFault(
                fault("{" + HEAD + ",\"statements\":[" + fine + "," + statement + "]}"),
                "/statements/1" + pointer,
                code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "value    | \"-5\"                                | NEGATIVE_AMOUNT",
                "value    | \"-0.01\"                             | NEGATIVE_AMOUNT",
                "value    | 4000000000                            | WRONG_TYPE",
                "value    | \"4e9\"                               | MALFORMED_DECIMAL",
                "value    | \"4,000\"                             | MALFORMED_DECIMAL",
                "value    | \"+4\"                                | MALFORMED_DECIMAL",
                "value    | \"007\"                               | MALFORMED_DECIMAL",
                "value    | \".5\"                                | MALFORMED_DECIMAL",
                "value    | \"5.\"                                | MALFORMED_DECIMAL",
                "value    | \"\"                                  | MALFORMED_DECIMAL",
                "value    | \"NaN\"                               | MALFORMED_DECIMAL",
                "value    | \"-\"                                 | MALFORMED_DECIMAL",
                "value    | \"１\"                                 | MALFORMED_DECIMAL",
                "value    | \"1000000000000000000000000000000\"   | MALFORMED_DECIMAL",
                "value    | \"0.1234567890123\"                   | MALFORMED_DECIMAL",
                "min      | \"-5\"                                | NEGATIVE_AMOUNT",
                "max      | \"x\"                                 | MALFORMED_DECIMAL",
                "currency | \"ZZZ\"                               | UNKNOWN_CURRENCY",
                "currency | \"usd\"                               | UNKNOWN_CURRENCY",
                "currency | \"XXX\"                               | UNKNOWN_CURRENCY",
                "currency | \"XAU\"                               | UNKNOWN_CURRENCY",
                "currency | \"US dollars\"                        | UNKNOWN_CURRENCY"
            })
    void anAmountIsCheckedFieldByField(String field, String value, MalformedRequest.Code code) {
        String statement = "{\"kind\":\"tranche-paid\",\"deal\":\"a\",\"amount\":{\"qualifier\":\"exact\",\"" + field
                + "\":" + value + "}}";

        assertFault(fault("{" + HEAD + ",\"statements\":[" + statement + "]}"), "/statements/0/amount/" + field, code);
    }

    @Test
    void conditionsThatFellAwayAreAnEmptyText() {
        Body body = read(
                "{" + HEAD + ",\"statements\":[{\"kind\":\"commitment-amended\",\"deal\":\"a\",\"conditions\":\"\"}]}");

        assertThat(body.statements()).containsExactly(new CommitmentAmended("a", null, null, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"source\":{\"title\":\"a\u00c0\u00afb\"}}          | /source/title",
                "{\"source\":{\"title\":\"a\u00e0\u0080\u00afb\"}}    | /source/title",
                "{\"source\":{\"title\":\"a\u00ed\u00a0\u0080b\"}}    | /source/title",
                "{\"source\":{\"title\":\"a\u00f4\u0090\u0080\u0080\"}} | /source/title",
                "{\"source\":{\"title\":\"\u00c3\u00a9\u00ff\"}}       | /source/title",
                "{\"source\":{}}\u00c0\u00af                         | ``",
                "{\"source\":{\"title\u00c0\u00af\":1}}              | /source"
            })
    void whatIsNotUtf8IsMalformed(String latin, String pointer) {
        byte[] body = latin.getBytes(ISO_8859_1);

        assertFault(
                catchThrowableOfType(MalformedRequest.class, () -> RequestJson.read(body, Body.class)),
                pointer,
                MalformedRequest.Code.MALFORMED_JSON);
    }

    @Test
    void anotherEncodingIsMalformed() {
        for (Charset other : List.of(UTF_16, UTF_16BE, UTF_16LE, UTF_32)) {
            byte[] body = ("{" + HEAD + "}").getBytes(other);
            assertThat(catchThrowableOfType(MalformedRequest.class, () -> RequestJson.read(body, Body.class))
                            .code())
                    .isEqualTo(MalformedRequest.Code.MALFORMED_JSON);
        }
    }

    @Test
    void aLongTextOfAllKindsOfCharactersIsRead() {
        String title = "é中\uD83D\uDE80a".repeat(400);
        String source = "{\"publisher\":\"P\",\"title\":\"" + title + "\",\"tier\":\"social\"}";

        assertThat(read("{\"announcedOn\":\"2026\",\"source\":" + source + "}")
                        .source()
                        .title())
                .isEqualTo(title);
    }

    @Test
    void aQuoteMayHaveLines() {
        Body body =
                read("{\"announcedOn\":\"2026\",\"source\":{\"publisher\":\"P\",\"tier\":\"social\",\"title\":\"T\","
                        + "\"quote\":\"one\\r\\n\\ttwo\"}}");

        assertThat(body.source().quote()).isEqualTo("one\r\n\ttwo");
        assertThat(RequestJson.parameter("reason", "one\ntwo")).isEqualTo("one\ntwo");
    }

    @Test
    void whatIsTooLongOrTooManyIsRefused() {
        String source =
                "{\"announcedOn\":\"2026\",\"source\":{\"publisher\":\"P\",\"tier\":\"social\",\"title\":\"T\",";

        assertFault(
                fault(source + "\"author\":\"" + "a".repeat(2_001) + "\"}}"),
                "/source/author",
                MalformedRequest.Code.TOO_LONG);
        assertFault(
                fault(source + "\"quote\":\"" + "a".repeat(1_001) + "\"}}"),
                "/source/quote",
                MalformedRequest.Code.TOO_LONG);
        assertFault(
                fault(source + "\"url\":\"https://a.b/" + "a".repeat(2_037) + "\"}}"),
                "/source/url",
                MalformedRequest.Code.BAD_URL);
        assertFault(
                fault("{" + HEAD + ",\"indexes\":[" + "0,".repeat(1_000) + "0]}"),
                "/indexes",
                MalformedRequest.Code.TOO_MANY);
        assertThat(read(source + "\"quote\":\"" + "a".repeat(1_000) + "\"}}")
                        .source()
                        .quote())
                .hasSize(1_000);
        assertThat(read("{" + HEAD + ",\"indexes\":[" + "0,".repeat(999) + "0]}")
                        .indexes())
                .hasSize(1_000);
    }

    @Test
    void endlessNestingIsRefusedAsMalformed() {
        assertThat(fault("{\"a\":" + "[".repeat(100_000)).code()).isEqualTo(MalformedRequest.Code.MALFORMED_JSON);
    }

    @Test
    void anUnknownValueIsAnsweredWithTheKnownOnes() {
        MalformedRequest fault =
                fault("{\"announcedOn\":\"2026\",\"source\":{\"publisher\":\"P\",\"title\":\"T\",\"tier\":\"x\"}}");

        assertThat(fault.detail())
                .isEqualTo("'x' is not one of regulatory-filing, court-record, company-statement, named-reporting,"
                        + " anonymous-reporting, aggregator, social.");
    }

    private static Body read(String body) {
        return RequestJson.read(body.getBytes(UTF_8), Body.class);
    }

    private static MalformedRequest fault(String body) {
        return catchThrowableOfType(MalformedRequest.class, () -> read(body));
    }

    private static void assertFault(MalformedRequest fault, String pointer, MalformedRequest.Code code) {
        assertThat(fault).isNotNull();
        assertThat(fault.pointer()).isEqualTo(pointer);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.detail()).endsWith(".");
    }
}
