package io.partnerledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The journal that ships, as a reader finds it. */
class ShippedJournalTest {

    private static final Path JOURNALS = Path.of("events", "journal");

    @Test
    void everyLineOfEveryJournalIsReadStrictlyAndFitsItsSchema() throws IOException {
        List<JournalEntry> entries = entries();

        assertThat(entries)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(EventSchemas.faults(
                                EventTypes.of(entry.event()),
                                WireJson.strict().readTree(entry.envelope().data())))
                        .isEmpty());
        assertThat(entries.stream().map(entry -> entry.envelope().position()))
                .containsExactlyElementsOf(IntStream.range(0, entries.size())
                        .mapToObj(Long::valueOf)
                        .toList());
        assertThat(entries.stream().map(entry -> entry.envelope().recordedAt())).isSorted();
        assertThat(entries.stream().map(entry -> entry.envelope().id())).doesNotHaveDuplicates();
    }

    @Test
    void everyStreamStartsWithItsFirstEvent() throws IOException {
        Set<String> started = new HashSet<>();
        for (JournalEntry entry : entries()) {
            if (started.add(entry.envelope().stream())) {
                assertThat(entry.envelope().sequence()).isZero();
                assertThat(entry.event()).isInstanceOfAny(OrganizationRegistered.class, AnnouncementRecorded.class);
            }
        }
    }

    @Test
    void whoeverIsNamedWasRegisteredBefore() throws IOException {
        Set<String> registered = new HashSet<>();
        for (JournalEntry entry : entries()) {
            switch (entry.event()) {
                case OrganizationRegistered happened -> registered.add(happened.organization());
                case AnnouncementRecorded happened ->
                    happened.statements()
                            .forEach(statement -> statement.renaming((pointer, name) -> {
                                assertThat(registered).as(pointer).contains(name);
                                return name;
                            }));
                default -> {}
            }
        }
        assertThat(registered)
                .contains("anthropic", "amazon", "google", "microsoft", "broadcom", "nvidia", "spacex", "openai");
    }

    @Test
    void aQuoteIsAFewWords() throws IOException {
        for (JournalEntry entry : entries()) {
            if (entry.event() instanceof AnnouncementRecorded recorded) {
                assertThat(recorded.source().quote()).isNotBlank().hasSizeLessThanOrEqualTo(120);
            }
        }
    }

    private static List<JournalEntry> entries() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        JournalReader reader = new JournalReader(new WireCodec());
        try (Stream<Path> files = Files.list(JOURNALS)) {
            for (Path file : files.sorted().toList()) {
                try (InputStream lines = Files.newInputStream(file)) {
                    reader.read(file.getFileName().toString(), lines, entries::add);
                }
            }
        }
        return entries;
    }
}
