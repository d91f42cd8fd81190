package io.partnerledger.standing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StandingKeysTest {

    @Property
    void theDigestOfStoredBytesIsThatOfTheKey(@ForAll String name) {
        byte[] data = ("<" + name + ">").getBytes(UTF_8);
        assertThat(StandingKeys.digestOfOrganization(data, 1, data.length - 1))
                .isEqualTo(StandingKeys.digest(StandingKeys.organization(new String(data, 1, data.length - 2, UTF_8))));
        assertThat(StandingKeys.digestOfDeal(data, 1, data.length - 1))
                .isEqualTo(StandingKeys.digest(StandingKeys.deal(new String(data, 1, data.length - 2, UTF_8))));
    }

    /** Of a hundred thousand numbers of 32 bits that are drawn at random one or two are drawn twice. */
    @Test
    void namesThatAreAlikeHaveDigestsThatAreNot() {
        Set<Integer> digests = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            digests.add(StandingKeys.digest(StandingKeys.deal("deal-" + i)));
            digests.add(StandingKeys.digest(StandingKeys.organization("deal-" + i)));
        }
        assertThat(digests).hasSizeGreaterThan(99_990);
    }
}
