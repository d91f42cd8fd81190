package io.partnerledger.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.Rank;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalReaderTest {

    private static final String DATA = "{\"announcement\":\"a1\",\"rank\":\"preferred\",\"reason\":\"the filing\"}";
    private static final Instant TIME = Instant.parse("2026-11-01T09:00:00.000001Z");
    private static final TreeMap<String, Object> METADATA = new TreeMap<>(Map.of(
            "actor", "editor",
            "correlationid", "c-1",
            "causationid", "c-0",
            "idempotencykey", "key \"1\"",
            "requestdigest", "ab".repeat(32),
            "originalrecordedat", "2025-01-01T00:00:00Z"));

    private final JournalReader reader = new JournalReader(new WireCodec());

    @Test
    void anEventIsOneLineWithItsStoredBytesAtTheEnd() {
        assertThat(line(0, TIME, Map.of("actor", "editor"), DATA))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"e-0\",\"source\":\"urn:partner-ledger\","
                        + "\"type\":\"io.partnerledger.announcement.ranked.v1\",\"subject\":\"announcement/a1\","
                        + "\"time\":\"2026-11-01T09:00:00.000001Z\",\"datacontenttype\":\"application/json\","
                        + "\"position\":0,\"actor\":\"editor\",\"data\":" + DATA + "}");
    }

    @Test
    void metadataStandsInTheOrderOfItsNames() {
        assertThat(line(0, TIME, new LinkedHashMap<>(METADATA.descendingMap()), DATA))
                .containsSubsequence(METADATA.keySet().stream()
                        .map(name -> "\"" + name + "\":")
                        .toList());
    }

    @Property(tries = 300)
    @Domain(GeneratedEvents.class)
    @Domain(DomainContext.Global.class)
    void whatIsWrittenIsReadBackByteForByte(
            @ForAll Record event, @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long position) {
        WireCodec codec = new WireCodec();
        byte[] data = codec.encode(event);
        Envelope envelope = new Envelope(
                position,
                "e",
                StreamIds.of(event),
                0,
                codec.typeOf(event),
                codec.revisionOf(event),
                TIME,
                METADATA,
                data);

        JournalEntry entry = new JournalReader(codec).read("f", 1, CloudEventLine.write(envelope));

        assertThat(entry.event()).isEqualTo(event);
        assertThat(entry.envelope().data()).isEqualTo(data);
        assertThat(entry.envelope())
                .usingRecursiveComparison()
                .ignoringFields("data")
                .isEqualTo(envelope);
    }

    @Test
    void dataIsKeptAsItStandsHoweverItIsLaidOut() {
        String spaced = "{ \"reason\" : \"\\u0061 – b\" ,\t\"announcement\":\"a1\", \"rank\":\"normal\" }";
        String line = "  { \"data\" :" + spaced
                + " , \"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"s\",\"note\":true,\"type\":\"io.partnerledger.announcement.ranked.v1\",\"subject\":\"announcement/a1\",\"count\":7,\"time\":\"2026-11-01T10:00:00+01:00\"}\r";

        JournalEntry entry = reader.read("f", 1, line.getBytes(UTF_8));

        assertThat(new String(entry.envelope().data(), UTF_8)).isEqualTo(spaced);
        assertThat(entry.event()).isEqualTo(new AnnouncementRanked("a1", Rank.NORMAL, "a – b"));
        assertThat(entry.envelope().recordedAt()).isEqualTo(Instant.parse("2026-11-01T09:00:00Z"));
        assertThat(entry.envelope().metadata()).isEqualTo(Map.of("note", true, "count", 7));
        assertThat(entry.envelope().position()).isZero();
    }

    @Test
    void aTextThatWouldNotBeTakenAnewIsReadAsItWasRecorded() {
        String alias = "{\"organization\":\"a\",\"alias\":\"one\\n\\u0085two\"}";
        String line = line(0, TIME, Map.of(), alias)
                .replace("announcement.ranked", "organization.alias-added")
                .replace("announcement/a1", "organization/a");

        JournalEntry entry = reader.read("f", 1, line.getBytes(UTF_8));

        assertThat(entry.event()).isEqualTo(new OrganizationAliasAdded("a", "one\n\u0085two"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"1.0\"                    | \"0.3\"               | /specversion     | UNKNOWN_VALUE",
                "\"id\"                     | \"ID\"                | /id              | MISSING_FIELD",
                "\"e-0\"                    | 7                     | /id              | WRONG_TYPE",
                "\"source\":                | \"origin\":           | /source          | MISSING_FIELD",
                "io.partnerledger.          | org.example.          | /type            | UNKNOWN_VALUE",
                "ranked.v1                  | ranked                | /type            | UNKNOWN_VALUE",
                "ranked.v1                  | ranked.v2             | /type            | UNREADABLE_EVENT",
                "ranked.v1                  | ranked.v0             | /type            | UNREADABLE_EVENT",
                "ranked.v1                  | praised.v1            | /type            | UNREADABLE_EVENT",
                "announcement/a1            | announcement/a2       | /subject         | UNKNOWN_VALUE",
                "2026-11-01T09:00:00.000001Z | yesterday            | /time            | BAD_DATE",
                "09:00:00.000001Z           | 09:00:00.0000001Z     | /time            | BAD_DATE",
                "application/json           | text/plain            | /datacontenttype | UNKNOWN_VALUE",
                "\"position\":0             | \"position\":\"0\"    | /position        | WRONG_TYPE",
                "\"position\":0             | \"position\":-1       | /position        | OUT_OF_RANGE",
                "\"position\":0             | \"position\":0,\"position\":0 | /position | DUPLICATE_FIELD",
                "\"actor\":                 | \"theActor\":         | /theActor        | UNKNOWN_FIELD",
                "\"actor\":                 | \"dataschema\":       | /dataschema      | UNKNOWN_FIELD",
                "\"actor\":\"editor\"       | \"actor\":[\"editor\"]| /actor           | WRONG_TYPE",
                "\"actor\":\"editor\"       | \"actor\":1.5         | /actor           | WRONG_TYPE",
                "\"data\":{                 | \"payload\":{         | /payload         | WRONG_TYPE",
                "\"data\":{                 | \"data\":{\"oops\":1, | /data/oops       | UNKNOWN_FIELD",
                "\"rank\":\"preferred\",    | ``                    | /data/rank       | MISSING_FIELD",
                "preferred                  | best                  | /data/rank       | UNKNOWN_VALUE",
                "\"reason\":\"the filing\"  | \"reason\":{\"a\":1,\"a\":2} | /data/reason/a | DUPLICATE_FIELD",
                "\"data\":{                 | \"data\":[{           | /data/0          | MALFORMED_JSON"
            })
    void aLineThatIsNotAnEventIsRefusedWithItsPlace(
            String good, String bad, String pointer, MalformedRequest.Code code) {
        String line = line(0, TIME, Map.of("actor", "editor"), DATA);
        assertThat(line).contains(good);

        MalformedLine fault = fault(line.replace(good, bad));

        assertThat(fault.pointer()).isEqualTo(pointer);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault).hasMessageStartingWith("0001.ndjson:12: " + pointer + ": ");
    }

    @Test
    void aLineThatIsNotUtf8IsRefused() {
        byte[] line =
                line(0, TIME, Map.of(), DATA.replace("filing", "\u00c0\u00af")).getBytes(ISO_8859_1);

        assertThatThrownBy(() -> reader.read("0001.ndjson", 12, line))
                .isInstanceOf(MalformedLine.class)
                .hasMessageStartingWith("0001.ndjson:12: /data/reason: ");
    }

    @Test
    void dataIsAnObject() {
        assertThat(fault(line(0, TIME, Map.of(), "[]")).pointer()).isEqualTo("/data");
        assertThat(fault("[]").code()).isEqualTo(MalformedRequest.Code.WRONG_TYPE);
        assertThat(fault("").code()).isEqualTo(MalformedRequest.Code.MALFORMED_JSON);
    }

    @Test
    void timesNeverDecreaseAndPositionsLeaveNoGapAndAFaultMovesNothing() {
        reader.read("f", 1, bytes(line(5, TIME, Map.of(), DATA)));

        assertThat(fault(line(6, TIME.minusNanos(1000), Map.of(), DATA)).pointer())
                .isEqualTo("/time");
        assertThat(fault(line(5, TIME, Map.of(), DATA)).pointer()).isEqualTo("/position");
        assertThat(fault(line(7, TIME, Map.of(), DATA)).code()).isEqualTo(MalformedRequest.Code.OUT_OF_ORDER);
        assertThat(reader.read("f", 2, bytes(line(6, TIME, Map.of(), DATA)))
                        .envelope()
                        .sequence())
                .isEqualTo(1);
    }

    @Test
    void streamsAreNumberedEachForItselfAcrossFiles() throws IOException {
        String other = line(1, TIME, Map.of(), DATA).replace("a1", "a2");
        List<JournalEntry> entries = new ArrayList<>();

        reader.read("1", stream(line(0, TIME, Map.of(), DATA) + "\n" + other + "\n"), entries::add);
        reader.read("2", stream(line(2, TIME, Map.of(), DATA)), entries::add);

        assertThat(entries)
                .extracting(
                        JournalEntry::file,
                        JournalEntry::line,
                        entry -> entry.envelope().sequence())
                .containsExactly(tuple("1", 1, 0L), tuple("1", 2, 0L), tuple("2", 1, 1L));
        assertThatThrownBy(() -> reader.read("3", stream("\n"), entries::add)).hasMessageStartingWith("3:1: ");
    }

    @Test
    void metadataThatNoAttributeCanCarryIsNotWritten() {
        assertThatThrownBy(() -> line(0, TIME, Map.of("traceId", "t"), DATA)).hasMessageContaining("traceId");
        assertThatThrownBy(() -> line(0, TIME, Map.of("subject", "t"), DATA)).hasMessageContaining("subject");
        assertThatThrownBy(() -> line(0, TIME, Map.of("score", 1.5), DATA)).hasMessageContaining("score");
    }

    private MalformedLine fault(String line) {
        return catchThrowableOfType(MalformedLine.class, () -> reader.read("0001.ndjson", 12, bytes(line)));
    }

    private static String line(long position, Instant time, Map<String, Object> metadata, String data) {
        return new String(
                CloudEventLine.write(new Envelope(
                        position,
                        "e-" + position,
                        "announcement/a1",
                        0,
                        "announcement.ranked",
                        1,
                        time,
                        metadata,
                        bytes(data))),
                UTF_8);
    }

    private static ByteArrayInputStream stream(String lines) {
        return new ByteArrayInputStream(bytes(lines));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
