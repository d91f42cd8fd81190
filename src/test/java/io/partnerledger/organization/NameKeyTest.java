package io.partnerledger.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
        Anthropic|anthropic
          Anthropic  PBC |anthropic pbc
        Amazon.com, Inc.|amazon com inc
        AT&T|at t
        C++|c++
        Straße|strasse
        STRASSE|strasse
        ＩＢＭ|ibm
        ﬁne|fine
        Électricité|électricité
        a\u200bb|a b
        深度求索|深度求索
        !?|''
        """)
    void aNameResolvesByWhatPeopleMeanByIt(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
    }

    @Property
    void aKeyIsItsOwnKey(@ForAll String name) {
        assertThat(NameKey.of(NameKey.of(name))).isEqualTo(NameKey.of(name));
    }

    @Property
    void caseAndPunctuationAroundWordsMakeNoDifference(@ForAll String name) {
        assertThat(NameKey.of("  " + NameKey.of(name).toUpperCase(Locale.ROOT) + " ..."))
                .isEqualTo(NameKey.of(name));
    }
}
