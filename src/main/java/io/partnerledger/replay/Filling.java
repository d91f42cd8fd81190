package io.partnerledger.replay;

import io.partnerledger.log.Content;
import io.partnerledger.log.Scan;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.Glimpse;
import io.partnerledger.standing.RowWriter;
import io.partnerledger.standing.StandingFold;
import io.partnerledger.standing.StandingRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Fills a build from the log as fast as the log can be scanned: pages are read and parsed on all processors, one thread
 * folds, one writes, in transactions of many pages. A transaction ends after a whole page, and where a block of keys
 * ends, so a build that was broken off is gone on with after its last row.
 */
public final class Filling {

    private static final int PAGE = 8_192;
    private static final int PAGES_AHEAD = 32;
    private static final int PAGES_A_COMMIT = 8;

    private final LogPast past;
    private final StandingFold fold;
    private final Generations generations;
    private final Generation generation;
    private final int pageSize;

    public Filling(LogPast past, Generations generations, Generation generation) {
        this(past, generations, generation, PAGE);
    }

    Filling(LogPast past, Generations generations, Generation generation, int pageSize) {
        this.past = past;
        this.fold = new StandingFold(past);
        this.generations = generations;
        this.generation = generation;
        this.pageSize = pageSize;
    }

    /**
     * Fills on from after a position to where the log ends, and answers which position that is.
     *
     * @param written is told each position up to which the build is filled; for good once this ends
     * @param unwanted asked after each page; once it says so this ends with a {@link CancellationException}
     */
    public long from(long after, LongConsumer written, BooleanSupplier unwanted)
            throws SQLException, InterruptedException {
        try (Scan<Page> scan = Scan.ofContents(past.log(), after, pageSize, this::page);
                Ahead<StandingRows> folded = new Ahead<>("rebuild-folds", PAGES_AHEAD, () -> folded(scan.next()));
                Connection connection = generations.connectToFill(generation);
                RowWriter writer = generations.writer(generation, connection)) {
            connection.setAutoCommit(false);
            int pagesWritten = 0;
            long to = after;
            StandingRows rows = folded.take();
            while (rows != null) {
                requireWanted(unwanted);
                writer.write(rows);
                to = rows.last();
                written.accept(to);
                StandingRows next = folded.take();
                pagesWritten++;
                if (next == null || (pagesWritten >= PAGES_A_COMMIT && rows.endBlock())) {
                    writer.flush();
                    connection.commit();
                    pagesWritten = 0;
                }
                rows = next;
            }
            requireWanted(unwanted);
            return to;
        } catch (SQLException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireWanted(BooleanSupplier unwanted) {
        if (unwanted.getAsBoolean()) {
            throw new CancellationException("The rebuild was broken off");
        }
    }

    /** What the table needs of events in a row: a {@link Glimpse} of each, or where that is not enough the event. */
    private record Page(long first, List<Object> events) {}

    private Page page(long first, List<Content> contents) {
        List<Object> events = new ArrayList<>(contents.size());
        for (Content content : contents) {
            long position = first + events.size();
            Glimpse glimpse = Glimpse.of(content.type(), content.revision(), content.data());
            events.add(
                    glimpse == null
                            ? past.codec().decode(position, content.type(), content.revision(), content.data())
                            : glimpse);
        }
        return new Page(first, events);
    }

    private @Nullable StandingRows folded(@Nullable Page page) {
        if (page == null) {
            return null;
        }
        long position = page.first;
        for (Object event : page.events) {
            if (event instanceof Glimpse glimpse) {
                fold.apply(glimpse, position++);
            } else {
                fold.apply(event, position++);
            }
        }
        return fold.take();
    }
}
