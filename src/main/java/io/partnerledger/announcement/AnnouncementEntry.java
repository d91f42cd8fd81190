package io.partnerledger.announcement;

import java.util.List;

/**
 * Enters announcements and what is said of them as part of the unit of work in progress, under all rules that hold for
 * requests, those across announcements too. What the unit of work did before is seen, nothing is stored before it
 * commits. Throws {@link Rejected} where it is refused.
 */
public interface AnnouncementEntry {

    /** A name that no organization bears, with the nearest known ones. */
    record UnknownName(String name, List<String> near) {}

    /** The id that an announcement has or would have. */
    String idOf(Recording recording);

    /** Records an announcement; {@code register} says to register the organizations that are unknown. */
    Changed record(Recording recording, boolean register);

    /** Does anything else that is asked of one announcement. Statements may name organizations by any name. */
    Changed carryOut(AnnouncementCommand command);

    /** The names in these statements that are unknown, each once. */
    List<UnknownName> unknown(List<Statement> statements);
}
