package io.partnerledger.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of an event at a glance is what the event says. */
@NullUnmarked
class GlanceTest {

    private final WireCodec codec = new WireCodec();
    private final Set<String> organizations = new HashSet<>();
    private final Set<String> deals = new HashSet<>();

    private final Glance.Finder finder = new Glance.Finder() {
        @Override
        public void organization(byte[] data, int from, int to) {
            organizations.add(new String(data, from, to - from, UTF_8));
        }

        @Override
        public void deal(byte[] data, int from, int to) {
            deals.add(new String(data, from, to - from, UTF_8));
        }
    };

    @Property
    @Domain(GeneratedEvents.class)
    void itTellsWhatTheEventSays(@ForAll Record event) {
        agrees(event);
    }

    @Test
    void itTellsOfEveryKindOfStatementAndEveryTypeOfEvent() {
        SampleEvents.all().forEach(this::agrees);
    }

    private void agrees(Record event) {
        organizations.clear();
        deals.clear();
        String told = Glance.at(codec.typeOf(event), codec.revisionOf(event), codec.encode(event), finder);

        if (event instanceof AnnouncementEvent happened) {
            Set<String> named = new HashSet<>();
            Set<String> spoken = new HashSet<>();
            statements(happened).forEach(statement -> {
                named.addAll(statement.organizations());
                spoken.addAll(statement.deals());
            });
            if (told == null) {
                assertThat(Stream.concat(named.stream(), spoken.stream())).anyMatch(GlanceTest::isEscaped);
                return;
            }
            assertThat(told).isEqualTo(happened.announcement());
            assertThat(organizations).isEqualTo(named);
            assertThat(deals).isEqualTo(spoken);
            assertThat(Glance.isFirst(codec.typeOf(event))).isEqualTo(event instanceof AnnouncementRecorded);
        } else {
            assertThat(told).isNull();
        }
    }

    private static boolean isEscaped(String name) {
        return name.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ');
    }

    private static List<Statement> statements(AnnouncementEvent event) {
        return switch (event) {
            case AnnouncementRecorded recorded -> recorded.statements();
            case AnnouncementCorrected corrected when corrected.statements() != null -> corrected.statements();
            default -> List.of();
        };
    }

    /** Bytes are looked at eight at a time, so where something stands must not matter. */
    @Test
    void textsOfAnyLengthEndWhereTheyEnd() {
        for (int before = 0; before < 18; before++) {
            for (int after = 0; after < 10; after++) {
                for (String special : List.of("", "\\\"", "\\\\", "\\\\\\\"", "ü", "#", "]", "!\\n")) {
                    String text = "a".repeat(before) + special + "z".repeat(after);
                    String data =
                            "{\"note\":\"%s\",\"announcement\":\"i\",\"statements\":[{\"deal\":\"d\",\"of\":\"%s\"}]}"
                                    .formatted(text, text);
                    deals.clear();
                    assertThat(Glance.at("announcement.recorded", 1, data.getBytes(UTF_8), finder))
                            .as(data)
                            .isEqualTo("i");
                    assertThat(deals).containsExactly("d");
                }
            }
        }
    }

    @Test
    void anotherRevisionIsLeftToTheCodec() {
        byte[] data = "{\"announcement\":\"a\",\"statements\":[]}".getBytes(UTF_8);
        assertThat(Glance.at("announcement.recorded", 1, data, finder)).isEqualTo("a");
        assertThat(Glance.at("announcement.recorded", 2, data, finder)).isNull();
        assertThat(Glance.at("announcement.noted", 1, data, finder)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "{\"announcement\":\"a\"",
                "{\"announcement\":\"a\"} ",
                "{\"announcement\": \"a\"}",
                "{\"announcement\":\"\\u0061\"}",
                "{\"announcement\":\"a\",\"statements\":[{\"deal\":\"\\u0061\"}]}",
                "{\"announcement\":\"a\",\"statements\":[{\"deal\":7}]}",
                "{\"announcement\":\"a\",\"statements\":[{\"covers\":[\"b\"}]}",
                "{\"statements\":[]}"
            })
    void whatIsNotWrittenAsItIsNowIsLeftToTheCodec(String data) {
        assertThat(Glance.at("announcement.recorded", 1, data.getBytes(UTF_8), finder))
                .isNull();
    }
}
