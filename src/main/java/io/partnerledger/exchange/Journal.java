package io.partnerledger.exchange;

import io.partnerledger.log.Append;
import io.partnerledger.log.AppendConflict;
import io.partnerledger.log.EventLog;
import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.NewEvent;
import io.partnerledger.log.Recorded;
import io.partnerledger.log.UniqueKey;
import io.partnerledger.log.Unstorable;
import io.partnerledger.wire.JournalEntry;
import io.partnerledger.wire.MalformedLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of a journal: CloudEvents lines, in the byte order of the files' names. Into an empty ledger it is loaded as
 * it is, all or nothing: ids, times, actors, keys and order are kept, so that the same journal gives the same log
 * anywhere. A line that is no event of this ledger is named by file and line, and nothing is loaded.
 */
public final class Journal {

    private static final String SHIPPED = "classpath:events/journal/*.ndjson";

    private final List<Resource> files;

    private Journal(List<Resource> files) {
        this.files = files;
    }

    /** {@code shipped}, {@code none}, or the path of a file or a folder of {@code .ndjson} files. */
    public static Journal of(String where) throws IOException {
        return switch (where) {
            case "none" -> new Journal(List.of());
            case "shipped" ->
                new Journal(inOrder(Arrays.asList(new PathMatchingResourcePatternResolver().getResources(SHIPPED))));
            default -> new Journal(at(Path.of(where)));
        };
    }

    private static List<Resource> at(Path path) throws IOException {
        if (Files.isRegularFile(path)) {
            return List.of(new FileSystemResource(path));
        }
        if (!Files.isDirectory(path)) {
            throw new IOException("There is no journal at " + path + "; ledger.journal is shipped, none, or the path of"
                    + " a file or a folder of .ndjson files");
        }
        try (Stream<Path> paths = Files.list(path)) {
            return inOrder(paths.filter(file -> file.toString().endsWith(".ndjson"))
                    .<Resource>map(FileSystemResource::new)
                    .toList());
        }
    }

    private static List<Resource> inOrder(List<Resource> files) {
        return files.stream()
                .sorted(Comparator.comparing(
                        file -> Objects.requireNonNull(file.getFilename()).getBytes(StandardCharsets.UTF_8),
                        Arrays::compareUnsigned))
                .toList();
    }

    /** Loads the journal if the log is empty; what a log already holds is never mixed with it. */
    public void loadIntoEmpty(EventLog log, AppendKeys keys) throws IOException {
        if (log.head() >= 0 || files.isEmpty()) {
            return;
        }
        try (JournalLines lines = new JournalLines(files)) {
            log.appendAll(new Appends(lines, keys));
        } catch (MalformedLine | IllegalArgumentException | AppendConflict | Unstorable e) {
            throw new IOException("The journal is not loaded, and nothing of it stored. " + e.getMessage(), e);
        }
    }

    /** Lines of one command, which had one append, are one append again. */
    private static final class Appends implements Iterator<Recorded> {

        private final JournalLines lines;
        private final AppendKeys keys;

        private Appends(JournalLines lines, AppendKeys keys) {
            this.lines = lines;
            this.keys = keys;
        }

        @Override
        public boolean hasNext() {
            return lines.peek() != null;
        }

        @Override
        public Recorded next() {
            JournalEntry first = lines.take();
            if (first == null) {
                throw new NoSuchElementException();
            }
            List<JournalEntry> together = new ArrayList<>(List.of(first));
            JournalEntry next = lines.peek();
            while (next != null && belongTogether(first, next)) {
                together.add(next);
                lines.take();
                next = lines.peek();
            }
            try {
                List<NewEvent> events = together.stream().map(Appends::event).toList();
                return new Recorded(
                        new Append(events, keys.of(together)), first.envelope().recordedAt());
            } catch (Unstorable e) {
                throw new IllegalArgumentException(first.file() + ":" + first.line() + ": " + e.getMessage(), e);
            }
        }

        private static boolean belongTogether(JournalEntry first, JournalEntry next) {
            Object cause = first.envelope().metadata().get("causationid");
            return cause != null
                    && cause.equals(next.envelope().metadata().get("causationid"))
                    && first.envelope().recordedAt().equals(next.envelope().recordedAt());
        }

        private static NewEvent event(JournalEntry entry) {
            return new NewEvent(
                    entry.envelope().id(),
                    entry.envelope().stream(),
                    entry.envelope().sequence(),
                    entry.envelope().type(),
                    entry.envelope().revision(),
                    EventMetadata.write(entry.envelope().metadata()),
                    entry.envelope().data());
        }
    }

    /** The unique keys that are committed with the events of one append. */
    @FunctionalInterface
    public interface AppendKeys {
        List<UniqueKey> of(List<JournalEntry> entries);
    }
}
