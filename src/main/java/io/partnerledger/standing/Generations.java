package io.partnerledger.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the builds of the standing table are kept: a file each on SQLite, a schema each on PostgreSQL. */
public interface Generations {

    /** The live one's number, if one was ever made live. */
    OptionalInt live();

    /** Whether there is a build of this number. */
    boolean exists(int number);

    /** Opens a build. It is created if it is not there, empty and without indexes, which {@link #complete} gives it. */
    Generation openToFill(int number);

    /**
     * The right to rebuild, which one process of a ledger has at a time; empty while another has it.
     *
     * @param who says to others which process this is
     */
    Optional<Claim> claim(String who);

    /** Which process last took that right, where several can. */
    Optional<String> claimant();

    /**
     * Writes the rows of a batch to the build that a transaction is in, which has its indexes. They follow its newest
     * row, or nothing is written: another build may have become the live one since the batch before. Once it commits all
     * processes are told how far that build has come. Answers which build it is; empty where no other process writes, and
     * the live one is meant.
     */
    OptionalInt keep(Connection transaction, StandingRows rows) throws SQLException;

    /** What a process was the last to leave about a rebuild, where several can. */
    Optional<Note> note();

    /** What was left about a rebuild, by whom, and whether that process still has the right. */
    record Note(String who, String text, boolean isHeld) {}

    /** It ends when it is closed or when its process does. */
    interface Claim extends AutoCloseable {

        /** Leaves for other processes how far the rebuild is; null takes away what was left before. */
        void leave(@Nullable String note);

        /** Whether it has not ended by itself. */
        boolean isHeld();

        @Override
        void close();
    }

    /** Gives a filled build its indexes; from then on it can be asked. */
    void complete(Generation generation) throws SQLException;

    /**
     * Whether the database is another than the build was opened on, as where its server failed: it may lack the end of
     * the build, which is to be opened anew.
     */
    default boolean isOutlived(Generation generation) {
        return false;
    }

    /** Whether a build can be gone on with, and if not, why. */
    Soundness soundness(Generation generation);

    /** The same over the log that it is to be a build of. */
    default Soundness soundness(Generation generation, Past log) {
        Soundness found = soundness(generation);
        return found == Soundness.WHOLE || found == Soundness.FILLING
                ? NewestRows.of(generation, log).soundness(found)
                : found;
    }

    /** A connection of its own to fill a build over; its owner closes it. */
    Connection connectToFill(Generation generation) throws SQLException;

    /**
     * How far a build that is filled has come, which is where it is gone on with. What it has of a block that is not whole
     * may be dropped.
     */
    long filledTo(Generation generation);

    /** What writes many rows at once over such a connection. */
    RowWriter writer(Generation generation, Connection connection) throws SQLException;

    /** A connection of its own that reads a build. */
    InReach inReach(Generation generation) throws SQLException;

    /** A connection that sees two builds. */
    SideBySide sideBySide(Generation left, Generation right) throws SQLException;

    /** Makes a build the live one, for this process and every later start; it fails if the build is gone. */
    void makeLive(Generation generation);

    /** Closes a build, and removes it unless other processes have it as the live one. */
    void drop(Generation generation);

    /** Closes a build and leaves it where it is. */
    void close(Generation generation);

    /** Removes what builds were left behind, but for these. */
    void dropAllBut(Set<Integer> kept);
}
