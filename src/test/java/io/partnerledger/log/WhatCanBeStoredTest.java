package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refused before it reaches a commit that others share. */
class WhatCanBeStoredTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000b", "\uD83D", "\uDE00a", "a\uD83Db"})
    void textThatADatabaseWouldRefuseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Notes.event(text, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Notes.event(text, "a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> UniqueKey.once("scope", text, "owner"));
    }

    /** PostgreSQL could not index it. */
    @Test
    void whatHasToBeUniqueIsNotTooLong() {
        String text = "\u4E2D".repeat(834);
        assertThatExceptionOfType(Unstorable.class)
                .isThrownBy(() -> UniqueKey.once("organization-name", text, "owner"))
                .withMessageContaining("organization-name is too long: it takes 2502 bytes");
        assertThatExceptionOfType(Unstorable.class).isThrownBy(() -> Notes.event(text, 0));
        assertThatExceptionOfType(Unstorable.class).isThrownBy(() -> Notes.event(text, "a", 0));
    }

    @Test
    void anyOtherTextIsStored() {
        assertThat(Notes.event("\uD83D\uDE00 \u4E2D \uFFFF", 0).stream()).hasSize(6);
    }

    @Test
    void anAppendHasEvents() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Append(List.of()));
    }

    @Test
    void aSequenceStartsAtZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Notes.event("a", -1));
    }

    @Test
    void equalMetadataIsEqualText() {
        Map<String, Object> oneOrder = new LinkedHashMap<>();
        oneOrder.put("b", "\u00e9\"");
        oneOrder.put("a", 3L);
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", 3L);
        other.put("b", "\u00e9\"");

        assertThat(EventMetadata.write(oneOrder)).isEqualTo("{\"a\":3,\"b\":\"\u00e9\\\"\"}");
        assertThat(EventMetadata.write(other)).isEqualTo(EventMetadata.write(oneOrder));
        assertThat(EventMetadata.read(EventMetadata.write(Map.of("actor", "ann", "dry", true))))
                .isEqualTo(Map.of("actor", "ann", "dry", true));
        assertThat(EventMetadata.write(Map.of())).isEqualTo(EventMetadata.NONE);
    }

    @Test
    void metadataThatCouldNotBeExportedIsRefused() {
        for (String name : List.of("data", "position", "Actor", "no-dash", "", "a".repeat(21))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> EventMetadata.write(Map.of(name, "x")))
                    .withMessageContaining("'" + name + "'");
        }
    }

    @Test
    void metadataHoldsPlainValuesOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventMetadata.write(Map.of("a", List.of())));
        assertThatIllegalArgumentException().isThrownBy(() -> EventMetadata.write(Map.of("a", 1.5)));
        assertThatIllegalArgumentException().isThrownBy(() -> EventMetadata.read("nonsense"));
    }
}
