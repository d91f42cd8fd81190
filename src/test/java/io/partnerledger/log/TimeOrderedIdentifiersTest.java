package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class TimeOrderedIdentifiersTest {

    @Test
    void axonTakesItsIdentifiersFromHere() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIdentifiers.class);
        assertThat(UUID.fromString(new GenericEventMessage<>("any").getIdentifier())
                        .version())
                .isEqualTo(7);
    }

    @Test
    void identifiersGrowAndDiffer() {
        IdentifierFactory identifiers = IdentifierFactory.getInstance();
        List<String> many =
                Stream.generate(identifiers::generateIdentifier).limit(10_000).toList();

        assertThat(many).isSorted().doesNotHaveDuplicates();
    }
}
