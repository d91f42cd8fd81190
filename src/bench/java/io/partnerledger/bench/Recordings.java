package io.partnerledger.bench;

import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.log.NewEvent;
import io.partnerledger.wire.StreamIds;
import io.partnerledger.wire.WireCodec;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.common.IdentifierFactory;

/**
 * New announcements without end, as a newsroom records them: most tell of the day that it is, and the days go on; one in
 * five tells of a day in the seven years before. What they say comes round again, under ids that never do.
 */
final class Recordings {

    private static final int KEPT = 2_000;
    private static final int A_DAY = 500;
    private static final int ONE_IN = 5;
    private static final int DAYS_BEFORE = 2_500;

    private final List<Announcements.Said> said;
    private final List<byte[]> encoded;
    private final AtomicLong given = new AtomicLong();

    Recordings(Announcements announcements) {
        said = LongStream.range(0, KEPT).mapToObj(announcements::said).toList();
        WireCodec codec = new WireCodec();
        encoded = said.stream()
                .map(s -> codec.encode(new AnnouncementRecorded(id(0), s.on(), s.source(), s.statements())))
                .toList();
    }

    /** The next one as a command. */
    RecordAnnouncement command() {
        long n = given.getAndIncrement();
        Announcements.Said next = said.get((int) (n % KEPT));
        return new RecordAnnouncement(id(n), on(n), next.source(), next.statements());
    }

    /** The next one as the event that is stored of it; its bytes were made before. */
    NewEvent event() {
        long n = given.getAndIncrement();
        IdentifierFactory ids = IdentifierFactory.getInstance();
        return new NewEvent(
                ids.generateIdentifier(),
                StreamIds.ofAnnouncement(id(n)),
                0,
                "announcement.recorded",
                1,
                String.format(
                        Locale.ROOT,
                        "{\"actor\":\"local\",\"causationid\":\"%1$s\",\"correlationid\":\"%1$s\"}",
                        ids.generateIdentifier()),
                encoded.get((int) (n % KEPT)));
    }

    /** The day that the n-th tells of. */
    static EventDate on(long n) {
        long today = DAYS_BEFORE + n / A_DAY;
        long mixed = mixed(n);
        return Announcements.date((int) (mixed % ONE_IN == 0 ? today - mixed / ONE_IN % DAYS_BEFORE : today));
    }

    /** As the ledger makes an id of the content: the day, and behind it no order. */
    private static String id(long n) {
        return "a" + on(n).written().replace("-", "") + "-" + String.format(Locale.ROOT, "%016x", mixed(n));
    }

    private static long mixed(long n) {
        return ((n + 1) * 0x9E3779B97F4A7C15L) >>> 1;
    }
}
