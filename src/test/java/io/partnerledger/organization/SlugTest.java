package io.partnerledger.organization;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Anthropic|anthropic
        Amazon.com, Inc.|amazon-com-inc
        SK hynix|sk-hynix
        Électricité de France|electricite-de-france
        Ørsted|orsted
        Großbank|grossbank
        Canal+|canalplus
        DeepSeek 深度求索|deepseek
        深度求索|org-e9lgad
        """)
    void aNameSuggestsAnId(String name, String id) {
        assertThat(Slug.of(name)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a b", "a_b", "ä", "a\n"})
    void whatIsNoIdIsToldApart(String id) {
        assertThat(Slug.isValid(id)).isFalse();
    }

    @Property
    void everyNameSuggestsAValidId(@ForAll String name) {
        assertThat(Slug.isValid(Slug.of(name))).isTrue();
    }

    @Property
    void namesWithOneKeySuggestOneId(@ForAll String name) {
        assertThat(Slug.of(NameKey.of(name))).isEqualTo(Slug.of(name));
    }

    @Property
    void anIdSuggestsItself(@ForAll String name) {
        assertThat(Slug.of(Slug.of(name))).isEqualTo(Slug.of(name));
    }
}
