package io.partnerledger.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.LogOptions;
import io.partnerledger.log.SqliteLogStore;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.wire.CloudEventLine;
import io.partnerledger.wire.Envelope;
import io.partnerledger.wire.StreamIds;
import io.partnerledger.wire.WireCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals of many pages, which are read ahead on all processors, in one empty log. */
class JournalFilesTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T09:00:00Z");
    private static final int LINES = 3000;

    @TempDir
    Path home;

    private final WireCodec codec = new WireCodec();
    private final List<String> lines = new ArrayList<>();
    private EventLog log;

    @BeforeEach
    void opens() throws IOException {
        LogOptions options = LogOptions.defaults();
        log = EventLog.open(SqliteLogStore.open(home.resolve("ledger.db"), options), Clock.systemUTC(), options);
        for (int i = 0; i < LINES; i++) {
            lines.add(line(i));
        }
    }

    @AfterEach
    void closes() {
        log.close();
    }

    @Test
    void filesOfManyPagesAreLoadedInTheirOrder() throws IOException {
        Path folder = Files.createDirectory(home.resolve("journal"));
        Files.writeString(folder.resolve("1.ndjson"), String.join("\n", lines.subList(0, 1000)));
        Files.writeString(folder.resolve("2.ndjson"), String.join("\n", lines.subList(1000, LINES)) + "\n");

        load(folder);

        assertThat(log.read(-1, LINES + 1))
                .extracting(StoredEvent::id)
                .containsExactlyElementsOf(
                        lines.stream().map(line -> line.substring(27, 32)).toList());
    }

    @Test
    void theFirstFaultIsNamedByItsLineWhicheverIsFoundFirst() throws IOException {
        lines.set(2100, lines.get(2100).replace("\"data\"", "\"date\""));
        lines.set(2900, "{");

        assertThatIOException()
                .isThrownBy(() -> load(file()))
                .withMessageContaining("journal.ndjson:2101: ")
                .withMessageContaining("date");
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void aLineOutOfPlaceIsNamedThoughItIsSoundForItself() throws IOException {
        lines.add(2500, lines.get(7));

        assertThatIOException().isThrownBy(() -> load(file())).withMessageContaining("journal.ndjson:2501: ");
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void aLineWithoutAnEndIsNamedBeforeItFillsTheMemory() throws IOException {
        lines.set(1234, "{\"specversion\":\"" + "1".repeat(9 * 1024 * 1024) + "\"}");

        assertThatIOException()
                .isThrownBy(() -> load(file()))
                .withMessageContaining("journal.ndjson:1235: ")
                .withMessageContaining("8 MiB");
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void aLineThatCannotBeStoredIsNamed() throws IOException {
        lines.set(41, lines.get(41).replace("\"id\":\"e1041\"", "\"id\":\"" + "\u4E2D".repeat(900) + "\""));

        assertThatIOException()
                .isThrownBy(() -> load(file()))
                .withMessageContaining("journal.ndjson:42: ")
                .withMessageContaining("id is too long");
        assertThat(log.head()).isEqualTo(-1);
    }

    @Test
    void bytesThatAreNoTextAreNotReplaced() throws IOException {
        Path file = file();
        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, UTF_8).indexOf("No. 42")] = (byte) 0xff;
        Files.write(file, bytes);

        assertThatIOException().isThrownBy(() -> load(file)).withMessageContaining("journal.ndjson:43: ");
    }

    private Path file() throws IOException {
        return Files.writeString(home.resolve("journal.ndjson"), String.join("\n", lines));
    }

    private void load(Path where) throws IOException {
        Journal.of(where.toString()).loadIntoEmpty(log, _ -> List.of());
    }

    private String line(int number) {
        OrganizationRegistered event =
                new OrganizationRegistered("o-" + number, "No. " + number, List.of(), Identifiers.NONE);
        Envelope envelope = new Envelope(
                number,
                "e" + (1000 + number),
                StreamIds.of(event),
                0,
                codec.typeOf(event),
                codec.revisionOf(event),
                FIRST.plusSeconds(number),
                Map.of("actor", "editor"),
                codec.encode(event));
        return new String(CloudEventLine.write(envelope), UTF_8);
    }
}
