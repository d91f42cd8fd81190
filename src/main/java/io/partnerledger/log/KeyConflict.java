package io.partnerledger.log;

/** A key of the append is taken: {@link #taken()} says by whom, and at which position that was. */
public final class KeyConflict extends AppendConflict {

    private final transient StoredKey taken;

    KeyConflict(StoredKey taken) {
        super("The key '" + taken.key() + "' of " + taken.scope() + " is taken since position " + taken.position());
        this.taken = taken;
    }

    public StoredKey taken() {
        return taken;
    }
}
