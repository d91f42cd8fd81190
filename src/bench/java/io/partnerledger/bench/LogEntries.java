package io.partnerledger.bench;

import io.partnerledger.log.Append;
import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.NewEvent;
import io.partnerledger.log.Recorded;
import io.partnerledger.wire.StreamIds;
import io.partnerledger.wire.WireCodec;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A generated ledger as the log stores it: each event an append of its own, ids in the order of time. */
final class LogEntries implements Iterator<Recorded> {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MILLIS_APART = 10;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final WireCodec codec = new WireCodec();
    private final GeneratedLedger ledger;
    private long position;

    LogEntries(GeneratedLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean hasNext() {
        return ledger.hasNext();
    }

    @Override
    public Recorded next() {
        GeneratedLedger.Entry entry = ledger.next();
        Instant at = FIRST.plusMillis(position * MILLIS_APART);
        String id = id(at, position);
        String cause = id(at, position + (1L << 40));
        NewEvent event = new NewEvent(
                id,
                StreamIds.of(entry.event()),
                entry.sequence(),
                codec.typeOf(entry.event()),
                codec.revisionOf(entry.event()),
                EventMetadata.write(Map.of("actor", "bench", "causationid", cause, "correlationid", cause)),
                codec.encode(entry.event()));
        position++;
        return new Recorded(new Append(List.of(event)), at);
    }

    private static String id(Instant at, long number) {
        return new UUID(at.toEpochMilli() << 16 | VERSION_7, VARIANT | number).toString();
    }
}
