package io.partnerledger.exchange.write;

import io.partnerledger.platform.RequestFault;
import java.util.List;
import java.util.Locale;

/**
 * How much memory an import may take. All of it is one unit of work, so what each line does is kept until the last one is
 * judged; without the room for that, it and whoever asks meanwhile would fail.
 *
 * @param bytes what the program may take in all
 */
record Room(long bytes) {

    /** Measured: what the units of work keep of a line, besides twice what was sent. */
    private static final long OF_A_LINE = 4_000;

    private static final long OF_THE_PROGRAM = 96 << 20;

    static Room ofThisProcess() {
        return new Room(Runtime.getRuntime().maxMemory());
    }

    /** Refuses what there is no room for. */
    void require(List<ImportLine> lines) {
        long sent = lines.stream().mapToLong(line -> line.bytes().length).sum();
        long taken = 2 * sent + OF_A_LINE * lines.size();
        long room = Math.max(bytes - OF_THE_PROGRAM, bytes / 4);
        if (taken > room) {
            throw new RequestFault(
                    413,
                    "body-too-large",
                    String.format(
                            Locale.ROOT,
                            "An import of %,d lines takes about %,d MB of memory, and there are %,d MB for it. Send it"
                                    + " in parts of %,d lines, or start the ledger with more memory (-Xmx).",
                            lines.size(),
                            megabytes(taken),
                            megabytes(room),
                            lines.size() * room / taken));
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
