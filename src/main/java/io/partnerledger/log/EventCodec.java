package io.partnerledger.log;

/** Turns events into the bytes that are stored and back. The bytes are canonical: written once, never re-serialised. */
public interface EventCodec {

    /** The stored name of an event's type, for example {@code announcement.recorded}. */
    String typeOf(Object event);

    /** The revision that {@link #encode} writes for this event. */
    int revisionOf(Object event);

    /** The canonical bytes of an event. */
    byte[] encode(Object event);

    /** The event that was stored under this name and revision, upcast where the revision is an older one. */
    Object decode(String type, int revision, byte[] data);

    /** The same of an event of the log; if it cannot be read, {@link LogDamaged} says which it is. */
    default Object decode(StoredEvent event) {
        return decode(event.position(), event.type(), event.revision(), event.data());
    }

    /** The same of what was read of one. */
    default Object decode(long position, String type, int revision, byte[] data) {
        try {
            return decode(type, revision, data);
        } catch (RuntimeException e) {
            throw new LogDamaged(position, e);
        }
    }
}
