package io.partnerledger.exchange;

import io.partnerledger.log.ReadAhead;
import io.partnerledger.wire.JournalReader;
import io.partnerledger.wire.Lines;
import io.partnerledger.wire.LoneLine;
import io.partnerledger.wire.MalformedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * The lines of a journal in pages, each line read for itself. Pages are read on all processors, a few of them ahead of who
 * takes them, and come in their order.
 */
final class JournalPages implements AutoCloseable {

    private static final int PAGE_LINES = 256;
    private static final int PAGE_BYTES = 1 << 19;

    /** Lines of one file from a number on; the fault is that of the line after them. */
    record Page(
            String file,
            int firstNumber,
            List<LoneLine> lines,
            @Nullable MalformedRequest fault) {}

    private final JournalReader reader;
    private final Iterator<Resource> files;
    private final ReadAhead<Page> pages = new ReadAhead<>("journal-reader", this::page);
    private @Nullable Lines content;
    private String file = "";
    private int number;

    JournalPages(JournalReader reader, List<Resource> files) {
        this.reader = reader;
        this.files = files.iterator();
    }

    /** The next page; null after the last. */
    @Nullable
    Page next() throws IOException, InterruptedException {
        return pages.next();
    }

    /** The bytes are taken from the file here: only then is it known where the next page begins. */
    private @Nullable Callable<Page> page() throws IOException {
        if (content == null && !files.hasNext()) {
            return null;
        }
        Lines from = content == null ? open() : content;
        String inFile = file;
        int firstNumber = number;
        List<byte[]> lines = new ArrayList<>();
        MalformedRequest fault = null;
        int bytes = 0;
        try {
            while (lines.size() < PAGE_LINES && bytes < PAGE_BYTES) {
                byte[] line = from.next();
                if (line == null) {
                    close(from);
                    break;
                }
                lines.add(line);
                bytes += line.length;
            }
        } catch (MalformedRequest tooLong) {
            fault = tooLong;
            close(from);
        }
        number += lines.size();
        MalformedRequest after = fault;
        return () -> read(inFile, firstNumber, lines, after);
    }

    private Page read(String inFile, int firstNumber, List<byte[]> lines, @Nullable MalformedRequest after) {
        List<LoneLine> read = new ArrayList<>(lines.size());
        for (byte[] line : lines) {
            try {
                read.add(reader.alone(line));
            } catch (MalformedRequest fault) {
                return new Page(inFile, firstNumber, read, fault);
            }
        }
        return new Page(inFile, firstNumber, read, after);
    }

    private Lines open() throws IOException {
        Resource next = files.next();
        file = Objects.requireNonNull(next.getFilename());
        number = 1;
        Lines opened = new Lines(next.getInputStream());
        content = opened;
        return opened;
    }

    private void close(Lines lines) throws IOException {
        content = null;
        lines.close();
    }

    @Override
    public void close() throws IOException {
        pages.close();
        if (content != null) {
            content.close();
        }
    }
}
