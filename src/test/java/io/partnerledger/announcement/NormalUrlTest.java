package io.partnerledger.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalUrlTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        https://example.org/a, https://example.org/a
        HTTP://Example.ORG/a, https://example.org/a
        //example.org/a, https://example.org/a
        https://www.example.org, https://example.org
        https://www.example.org/, https://example.org
        https://example.org./a, https://example.org/a
        https://example.org:443/a/, https://example.org/a
        http://example.org:80/a//, https://example.org/a
        https://example.org:8443/a, https://example.org:8443/a
        https://example.org:/a, https://example.org/a
        https://example.org/A#part, https://example.org/A
        https://example.org/a?, https://example.org/a
        https://example.org/a?b=2&a=1, https://example.org/a?a=1&b=2
        https://example.org/a?UTM_Source=x&id=7&fbclid=1&gclid=2, https://example.org/a?id=7
        https://example.org/a?utm_source=x&&gclid, https://example.org/a
        https://example.org/a/?utm=1, https://example.org/a?utm=1
        https://wwwexample.org/, https://wwwexample.org
        ftp://example.org/a/, ftp://example.org/a
        urn:isbn:1, urn:isbn:1
        not an address, not an address
        """)
    void oneDocumentHasOneAddress(String url, String normal) {
        assertThat(NormalUrl.of("  " + url + " ")).isEqualTo(normal);
    }

    @Property
    void aNormalAddressStaysAsItIs(@ForAll String anything) {
        String normal = NormalUrl.of("https://" + anything);

        assertThat(NormalUrl.of(normal)).isEqualTo(normal);
    }

    @Property
    void anyTextHasANormalForm(@ForAll String anything) {
        assertThat(NormalUrl.of(NormalUrl.of(anything))).isEqualTo(NormalUrl.of(anything));
    }

    @Property
    void parametersThatTrackMakeNoDifference(@ForAll @IntRange(max = 99) int id) {
        assertThat(NormalUrl.of("https://example.org/news?utm_campaign=" + id + "&id=" + id + "&msclkid=" + id))
                .isEqualTo("https://example.org/news?id=" + id);
    }
}
