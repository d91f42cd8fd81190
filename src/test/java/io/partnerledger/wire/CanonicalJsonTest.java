package io.partnerledger.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    /** The example of RFC 8785, section 3.2.2 to 3.2.3. */
    @Test
    void theExampleOfTheRfcComesOutAsPrintedThere() {
        String sent = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
              "literals": [null, true, false]
            }\
            """;

        assertThat(canonical(sent))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.33333329,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void keysAreSortedByTheirUtf16CodeUnits() {
        assertThat(canonical("{\"\\ufb33\":1,\"\uD83D\uDE00\":2,\"\u20ac\":3,\"1\":4,\"\\r\":5,\"\":6}"))
                .isEqualTo("{\"\":6,\"\\r\":5,\"1\":4,\"\u20ac\":3,\"\uD83D\uDE00\":2,\"\ufb33\":1}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1.0, 1",
        "100, 100",
        "1e2, 100",
        "-1.50e1, -15",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "999999999999999999999, 999999999999999999999",
        "1000000000000000000000, 1e+21",
        "-123e25, -1.23e+27",
        "9007199254740993, 9007199254740993"
    })
    void numbersHaveOneSpellingAndKeepTheirDigits(String sent, String canonical) {
        assertThat(canonical(sent)).isEqualTo(canonical);
    }

    @Test
    void layoutAndOrderOfKeysDoNotChangeTheDigest() {
        assertThat(digest("{ \"b\": [1.0, {\"y\":1,\"x\":2}],\n\"a\":\"\\u0041\" }"))
                .isEqualTo(digest("{\"a\":\"A\",\"b\":[1,{\"x\":2,\"y\":1}]}"))
                .isNotEqualTo(digest("{\"a\":\"A\",\"b\":[{\"x\":2,\"y\":1},1]}"));
    }

    @Test
    void theDigestIsTheSha256OfTheCanonicalBytes() {
        assertThat(digest(" { } ")).isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(digest("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":1,\"a\":1}", "1 2", "nul", " ", "\"\\ud800\"", "{\"a\":1e99999999999}", "NaN"})
    void whatIsNotOneJsonDocumentIsRefused(String sent) {
        assertThatThrownBy(() -> digest(sent)).isInstanceOf(MalformedRequest.class);
    }

    private static String canonical(String sent) {
        return CanonicalJson.of(sent.getBytes(UTF_8));
    }

    private static String digest(String sent) {
        return CanonicalJson.digest(sent.getBytes(UTF_8));
    }
}
