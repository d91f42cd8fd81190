package io.partnerledger.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.wire.UnreadableEvent.Reason;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@NullUnmarked
class UpcastingTest {

    /** Before its first release the ledger stored {@code why}. */
    private static final class AnnouncementRetractedFrom0To1 extends SingleEventUpcaster {

        private static final SimpleSerializedType FROM = new SimpleSerializedType("announcement.retracted", "0");
        private static final SimpleSerializedType TO = new SimpleSerializedType("announcement.retracted", "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(FROM);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(TO, JsonNode.class, content -> {
                ObjectNode present = ((ObjectNode) content).deepCopy();
                present.set("reason", present.remove("why"));
                return present;
            });
        }
    }

    /** Even earlier the type had another name. */
    private static final class AnnouncementWithdrawnFrom3ToAnnouncementRetracted0 extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("announcement.withdrawn", "3"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(AnnouncementRetractedFrom0To1.FROM, JsonNode.class, content -> content);
        }
    }

    private static final byte[] STORED_AS_0 =
            "{\"announcement\":\"a1\",\"why\":\"withdrawn by its publisher\"}".getBytes(UTF_8);

    private final WireCodec codec = new WireCodec(
            List.of(new AnnouncementWithdrawnFrom3ToAnnouncementRetracted0(), new AnnouncementRetractedFrom0To1()));

    @Test
    void bytesOfAnOlderRevisionBecomeThePresentEvent() {
        assertThat(codec.decode("announcement.retracted", 0, STORED_AS_0))
                .isEqualTo(new AnnouncementRetracted("a1", "withdrawn by its publisher", null));
    }

    @Test
    void stepsFollowOneAnotherAcrossARename() {
        assertThat(codec.decode("announcement.withdrawn", 3, STORED_AS_0))
                .isEqualTo(new AnnouncementRetracted("a1", "withdrawn by its publisher", null));
    }

    @Test
    void bytesOfThePresentRevisionAreNotUpcast() {
        assertThat(codec.decode("announcement.retracted", 1, STORED_AS_0))
                .isEqualTo(new AnnouncementRetracted("a1", null, null));
    }

    @Test
    void aRevisionNewerThanTheProgramIsRefusedByName() {
        assertThatThrownBy(() -> codec.decode("announcement.retracted", 2, STORED_AS_0))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("announcement.retracted revision 2")
                .hasMessageContaining("a newer version wrote it")
                .extracting(thrown -> ((UnreadableEvent) thrown).reason())
                .isEqualTo(Reason.NEWER_REVISION);
    }

    @Test
    void anOlderRevisionWithoutAStepIsRefused() {
        assertThatThrownBy(() -> codec.decode("announcement.ranked", 0, STORED_AS_0))
                .isInstanceOfSatisfying(UnreadableEvent.class, unreadable -> {
                    assertThat(unreadable.reason()).isEqualTo(Reason.NO_UPCASTER);
                    assertThat(unreadable.type()).isEqualTo("announcement.ranked");
                    assertThat(unreadable.revision()).isZero();
                });
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThatThrownBy(() -> codec.decode("announcement.celebrated", 1, STORED_AS_0))
                .isInstanceOfSatisfying(
                        UnreadableEvent.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.UNKNOWN_TYPE));
    }

    @Test
    void damagedBytesOfAnOlderRevisionAreToldAsSuch() {
        assertThatThrownBy(() -> codec.decode("announcement.retracted", 0, "{".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableEvent.class,
                        unreadable -> assertThat(unreadable.reason()).isEqualTo(Reason.DAMAGED));
    }
}
