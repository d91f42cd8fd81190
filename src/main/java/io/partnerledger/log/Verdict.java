package io.partnerledger.log;

/** What became of one append of a group. */
sealed interface Verdict {

    record Stored(Appended appended) implements Verdict {}

    record Refused(AppendConflict conflict) implements Verdict {}
}
