package io.partnerledger.exchange;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.exchange.JournalPages.Page;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.wire.JournalEntry;
import io.partnerledger.wire.JournalReader;
import io.partnerledger.wire.MalformedLine;
import io.partnerledger.wire.WireCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** The entries of a journal, one at a time, however long it is. The first fault in the order of the lines ends them. */
final class JournalLines implements AutoCloseable {

    private final JournalReader reader = new JournalReader(new WireCodec());
    private final JournalPages pages;
    private @Nullable Page page;
    private int taken;
    private @Nullable JournalEntry ahead;

    JournalLines(List<Resource> files) {
        this.pages = new JournalPages(reader, files);
    }

    /** The next entry, left where it is; null at the end. */
    @Nullable
    JournalEntry peek() {
        if (ahead == null) {
            ahead = read();
        }
        return ahead;
    }

    /** The next entry; null at the end. */
    @Nullable
    JournalEntry take() {
        JournalEntry next = peek();
        ahead = null;
        return next;
    }

    private @Nullable JournalEntry read() {
        Page from = page;
        while (from == null || taken == from.lines().size()) {
            if (from != null && from.fault() != null) {
                throw new MalformedLine(from.file(), from.firstNumber() + taken, from.fault());
            }
            from = nextPage();
            if (from == null) {
                return null;
            }
        }
        int number = from.firstNumber() + taken;
        return beginsWell(reader.place(from.file(), number, from.lines().get(taken++)));
    }

    private @Nullable Page nextPage() {
        try {
            page = pages.next();
            taken = 0;
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the journal was read", e);
        }
    }

    private static JournalEntry beginsWell(JournalEntry entry) {
        boolean begins =
                entry.event() instanceof AnnouncementRecorded || entry.event() instanceof OrganizationRegistered;
        if (begins != (entry.envelope().sequence() == 0)) {
            throw new IllegalArgumentException(entry.file() + ":" + entry.line() + ": " + entry.envelope().stream()
                    + (begins ? " begins a second time" : " has not begun yet"));
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
