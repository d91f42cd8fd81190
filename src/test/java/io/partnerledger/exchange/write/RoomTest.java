package io.partnerledger.exchange.write;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.partnerledger.platform.RequestFault;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An import that the program has no memory for is refused before it takes any. */
class RoomTest {

    private static final long MB = 1 << 20;

    @Test
    void whatIsTooMuchIsRefusedWithWhatWouldDo() {
        Room room = new Room(128 * MB);
        assertThatExceptionOfType(RequestFault.class)
                .isThrownBy(() -> room.require(lines(52_654, 300)))
                .withMessage(
                        "An import of 52,654 lines takes about 231 MB of memory, and there are 32 MB for it. Send it"
                                + " in parts of 7,294 lines, or start the ledger with more memory (-Xmx).");
        assertThatCode(() -> room.require(lines(7_294, 300))).doesNotThrowAnyException();
        assertThatExceptionOfType(RequestFault.class).isThrownBy(() -> room.require(lines(7_295, 300)));
    }

    @Test
    void longLinesTakeMore() {
        assertThatExceptionOfType(RequestFault.class)
                .isThrownBy(() -> new Room(100 * MB).require(lines(16, (int) MB)))
                .withMessageContaining("An import of 16 lines takes about 33 MB");
    }

    @Test
    void aLittleMayAlwaysBeImported() {
        assertThatCode(() -> new Room(40 * MB).require(lines(2_000, 300))).doesNotThrowAnyException();
    }

    private static List<ImportLine> lines(int count, int length) {
        byte[] line = new byte[length];
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new ImportLine(number, line))
                .toList();
    }
}
