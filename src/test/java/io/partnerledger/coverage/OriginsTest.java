package io.partnerledger.coverage;

import static io.partnerledger.announcement.SourceTier.NAMED_REPORTING;
import static io.partnerledger.standing.ToldHistories.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which sources are independent of each other. */
class OriginsTest {

    @Test
    void sourcesOfDifferentPublishersAreIndependent() {
        assertThat(origins(source("Reuters"), source("Bloomberg"), source("FT")))
                .containsExactly(1, 2, 3);
    }

    @Test
    void aPublisherIsOneVoiceHoweverItIsWritten() {
        assertThat(origins(source("Reuters"), source("FT"), source("REUTERS. ")))
                .containsExactly(1, 2, 1);
    }

    @Test
    void oneAddressIsOneVoiceHoweverItIsWritten() {
        assertThat(origins(at("A", "https://www.example.com/x/?utm_source=y"), at("B", "http://example.com/x")))
                .containsExactly(1, 1);
    }

    @Test
    void aRewriteIsTheVoiceOfWhatItIsDerivedFrom() {
        assertThat(origins(source("A"), at("B", "https://example.com/x"), from("C", "https://example.com/x/")))
                .containsExactly(1, 2, 2);
        assertThat(origins(from("C", "What A wrote"), source("A"))).containsExactly(1, 1);
        assertThat(origins(from("C", "reuters"), source("Reuters"))).containsExactly(1, 1);
    }

    @Test
    void rewritesOfTheSameAreOneVoiceEvenWhereThatIsNotThere() {
        assertThat(origins(from("A", "https://example.com/x"), from("B", "https://example.com/x"), source("C")))
                .containsExactly(1, 1, 2);
    }

    @Test
    void aChainOfRewritesIsOneVoice() {
        assertThat(origins(
                        source("D"),
                        from("C", "What B wrote"),
                        source("B", "What B wrote", null, NAMED_REPORTING, "What A wrote"),
                        source("A")))
                .containsExactly(1, 2, 2, 2);
    }

    @Test
    void reportsThatAreOnlyCalledAlikeAreIndependent() {
        assertThat(origins(
                        source("A", "Funding round", null, NAMED_REPORTING, null),
                        source("B", "Funding round", null, NAMED_REPORTING, null)))
                .containsExactly(1, 2);
    }

    @Test
    void publishersWithoutANameAreNotOne() {
        assertThat(origins(source("?"), source("!"))).containsExactly(1, 2);
    }

    private static List<Integer> origins(Source... sources) {
        return Origins.of(List.of(sources));
    }

    private static Source at(String publisher, String url) {
        return source(publisher, "At " + url, url, NAMED_REPORTING, null);
    }

    private static Source from(String publisher, String origin) {
        return source(publisher, "After " + origin, null, NAMED_REPORTING, origin);
    }
}
