package io.partnerledger.log;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * The log in one database. Writing methods are called by one thread, reading methods by any. Reading methods throw
 * {@link LogUnavailable} when the database cannot be read. Positions are gapless from 0 and given in commit order by
 * every store on the same database; an append is visible to readers before {@link #commit} returns.
 */
public interface LogStore extends AutoCloseable {

    /**
     * Stores the appends of a group in one durable transaction; an append that conflicts is left out of it. The clock is
     * looked at once nobody else can write any more, so what is committed later is not recorded earlier. {@link
     * LogReadOnly} if the log does not reach as far as is known.
     */
    List<Verdict> commit(List<Append> group, InstantSource clock, long knownHead) throws GroupFailed;

    /** Whether a commit is made by the thread that asks for it, not by another program that it talks to. */
    boolean commitsInProcess();

    /**
     * Fills an empty log in one transaction, and answers its head. An {@link IllegalStateException} if it is not
     * empty.
     */
    long load(Iterator<Recorded> appends) throws GroupFailed;

    /** Makes the store fit to write again after a failed group, and answers where the log ends now. */
    long reopen() throws SQLException;

    /** Calls back with the new head when another node has committed. */
    void onForeignCommit(LongConsumer head);

    /** The last position, -1 when the log is empty. */
    long head();

    /** Up to {@code limit} events after a position, in order, without a gap; fewer, but one, where they are large. */
    List<StoredEvent> read(long afterPosition, int limit);

    /** What happened at up to so many positions after one, in the same way. */
    List<Content> contents(long afterPosition, int count);

    /** The streams of the events at these positions. */
    Map<Long, String> streamsAt(Collection<Long> positions);

    /** The first so many streams whose names begin like this, in order. */
    List<String> streamsLike(String beginning, int limit);

    /** The events of a stream from a sequence on. */
    List<StoredEvent> stream(String stream, long fromSequence);

    /** All events of these streams: those of a stream together and in order. */
    List<StoredEvent> streams(Collection<String> streams);

    OptionalLong lastSequence(String stream);

    /** The greatest position recorded at or before a time; -1 if there is none. */
    long positionAt(long epochMicros);

    Optional<StoredEvent> find(long position);

    /** The event of this id. */
    Optional<StoredEvent> find(String eventId);

    Optional<StoredKey> key(String scope, String key);

    @Override
    void close();
}
