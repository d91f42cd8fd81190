package io.partnerledger.standing;

import java.util.List;

/**
 * The rows that some events in a row add to the tables of a build. Rows are only ever added, but for those of a
 * key in one block, which are made longer.
 *
 * @param announcements of each event of an announcement its position and that of the announcement's first event, in turn
 * @param keys of each key its digest and the position since which it holds, in turn
 * @param first the position of the first event that the rows come from
 * @param last the position of the last one
 */
public record StandingRows(
        Numbers announcements,
        Numbers keys,
        List<OrganizationRow> organizations,
        List<NameRow> names,
        long first,
        long last) {

    record OrganizationRow(long from, String id) {}

    record NameRow(String key, String organization, String name, long from) {}

    /**
     * Whether they go on where a build has come to. Whoever wrote others would leave a gap that nobody sees: a build whose
     * last row is the processor's token is taken for whole.
     */
    void requireToFollow(long position) {
        if (first != position + 1) {
            throw new IllegalStateException("The build has come to position " + position
                    + "; what follows it is not the batch of " + first + " to " + last);
        }
    }

    /** Whether they end where a block of keys ends, so that what comes next has keys in other rows. */
    public boolean endBlock() {
        return KeyBlocks.isLast(last);
    }
}
