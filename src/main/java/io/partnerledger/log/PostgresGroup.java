package io.partnerledger.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A group of appends behind the end of the log: what becomes of each, the rows that they add, and the new end. */
record PostgresGroup(List<Verdict> verdicts, PostgresRows rows, Head end) {

    /** Places those whose needs are not taken, whether by the log or by an append of the group before. */
    static PostgresGroup behind(Head head, List<Append> group, Instant now, Taken taken) {
        List<Verdict> verdicts = new ArrayList<>(group.size());
        PostgresRows rows = new PostgresRows();
        Head end = head;
        long at = Math.max(EpochMicros.of(now), head.recordedAtMicros());
        for (Append append : group) {
            long first = end.position() + 1;
            long last = end.position() + append.events().size();
            Optional<AppendConflict> conflict = taken.take(append, last);
            if (conflict.isPresent()) {
                verdicts.add(new Verdict.Refused(conflict.get()));
                continue;
            }
            rows.add(append, first, at, taken);
            end = new Head(last, at);
            verdicts.add(new Verdict.Stored(new Appended(first, last, EpochMicros.instant(at))));
        }
        return new PostgresGroup(verdicts, rows, end);
    }
}
