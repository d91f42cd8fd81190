package io.partnerledger.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDisputed;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Statement.TranchePaid;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class WireCodecTest {

    private final WireCodec codec = new WireCodec();

    @Property
    @Domain(GeneratedEvents.class)
    void whatIsEncodedIsDecodedUnchangedAndEncodesToTheSameBytesAgain(@ForAll Record event) {
        byte[] data = codec.encode(event);

        Object decoded = codec.decode(codec.typeOf(event), codec.revisionOf(event), data);

        assertThat(decoded).isEqualTo(event);
        assertThat(codec.encode(decoded)).isEqualTo(data);
    }

    @Property
    @Domain(GeneratedEvents.class)
    void whatIsEncodedPassesTheStrictReadingToo(@ForAll Record event) {
        assertThat(RequestJson.recorded(SentTree.of(codec.encode(event)), event.getClass(), Pointer.ROOT))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4000000000", "4000000000.00", "4e9", "4E+9", "0.4e10"})
    void oneNumberHasOneSpelling(String spelling) {
        AnnouncementRecorded event = new AnnouncementRecorded(
                "a1",
                SampleEvents.date("2026"),
                SampleEvents.SOURCE,
                List.of(new TranchePaid("d", SampleEvents.amount(Qualifier.EXACT, spelling, "4"), null)));

        assertThat(new String(codec.encode(event), UTF_8)).contains("\"value\":\"4000000000\"");
    }

    @Test
    void missingFieldsAreNullOrEmptyAndUnknownOnesArePassedOver() {
        byte[] sparse = "{\"announcement\":\"a1\",\"from the future\":{\"deep\":[1]}}".getBytes(UTF_8);

        assertThat(codec.decode("announcement.recorded", 1, sparse))
                .isEqualTo(new AnnouncementRecorded("a1", null, null, List.of()));
        assertThat(codec.decode("announcement.disputed", 1, sparse))
                .isEqualTo(new AnnouncementDisputed("a1", 0, null, null, List.of()));
        assertThat(codec.decode("announcement.corrected", 1, sparse))
                .isEqualTo(new AnnouncementCorrected("a1", null, null, null, null, null));
    }

    @Test
    void aListThatMayBeAbsentIsToldFromAnEmptyOne() {
        AnnouncementCorrected emptied = new AnnouncementCorrected("a1", "why", null, null, null, List.of());

        assertThat(new String(codec.encode(emptied), UTF_8))
                .isEqualTo("{\"announcement\":\"a1\",\"reason\":\"why\",\"statements\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{\"announcedOn\":\"yesterday\"}",
                "{\"statements\":[null]}",
                "{\"statements\":[{\"kind\":\"party\"}]}",
                "{\"source\":{\"tier\":\"oracle\"}}",
                "{\"statements\":[{\"kind\":\"tranche-paid\",\"amount\":{\"value\":\"four\"}}]}"
            })
    void damagedBytesAreToldAsSuch(String data) {
        assertThatThrownBy(() -> codec.decode("announcement.recorded", 1, data.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableEvent.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(UnreadableEvent.Reason.DAMAGED));
    }

    @Test
    void onlyStoredEventsAreEncoded() {
        assertThatThrownBy(() -> codec.encode("text")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.typeOf("text")).isInstanceOf(IllegalArgumentException.class);
    }
}
