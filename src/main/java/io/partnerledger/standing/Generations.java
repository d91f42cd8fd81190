package io.partnerledger.standing;

import java.util.OptionalInt;

/** Where the builds of the standing table are kept: a file each on SQLite, a schema each on PostgreSQL. */
public interface Generations {

    /** The live one's number, if one was ever made live. */
    OptionalInt live();

    /** Opens a build, creating its tables where they are not there yet. */
    Generation open(int number);

    /** Makes a build the live one, for this process and every later start. */
    void makeLive(Generation generation);

    /** Closes and removes a build. */
    void drop(Generation generation);

    /** Closes a build and leaves it where it is. */
    void close(Generation generation);

    /** Removes whatever builds an interrupted rebuild left behind. */
    void dropAllBut(int number);
}
