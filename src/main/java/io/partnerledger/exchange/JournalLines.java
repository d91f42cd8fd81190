package io.partnerledger.exchange;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.wire.JournalEntry;
import io.partnerledger.wire.JournalReader;
import io.partnerledger.wire.WireCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** The entries of a journal, one at a time, however long it is. */
final class JournalLines implements AutoCloseable {

    private final JournalReader reader = new JournalReader(new WireCodec());
    private final Iterator<Resource> files;
    private @Nullable BufferedReader content;
    private String file = "";
    private int number;
    private @Nullable JournalEntry ahead;

    JournalLines(List<Resource> files) {
        this.files = files.iterator();
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
        try {
            String line = content == null ? null : content.readLine();
            while (line == null) {
                if (!files.hasNext()) {
                    return null;
                }
                close();
                Resource next = files.next();
                file = Objects.requireNonNull(next.getFilename());
                number = 0;
                content = new BufferedReader(new InputStreamReader(next.getInputStream(), StandardCharsets.UTF_8));
                line = content.readLine();
            }
            number++;
            return beginsWell(reader.read(file, number, line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        if (content != null) {
            content.close();
        }
    }
}
