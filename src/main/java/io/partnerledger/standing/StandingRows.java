package io.partnerledger.standing;

import java.util.List;

/**
 * The rows that some events in a row add to the tables of a build. Rows are only ever added.
 *
 * @param announcements of each event of an announcement its position and that of the announcement's first event, in turn
 * @param keys of each key its digest and the position since which it holds, in turn
 * @param last the position of the last event that the rows come from
 */
public record StandingRows(
        Numbers announcements, Numbers keys, List<OrganizationRow> organizations, List<NameRow> names, long last) {

    record OrganizationRow(long from, String id) {}

    record NameRow(String key, String organization, String name, long from) {}

    /** Whether they end where a block of keys ends, so that what comes next has keys in other rows. */
    public boolean endBlock() {
        return KeyBlocks.isLast(last);
    }
}
