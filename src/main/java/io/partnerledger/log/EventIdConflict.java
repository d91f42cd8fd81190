package io.partnerledger.log;

/** The log already has an event with this id. */
public final class EventIdConflict extends AppendConflict {

    private final String id;

    EventIdConflict(String id) {
        super("The log already has an event '" + id + "'");
        this.id = id;
    }

    public String id() {
        return id;
    }
}
