package io.partnerledger.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is taken of the things that a group of appends needs: by the log, and then by the appends of the group before.
 */
final class Taken {

    private record Place(String stream, long sequence) {}

    private record Name(String scope, String key) {}

    private final Set<Place> places = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<Name, StoredKey> keys = new HashMap<>();

    void place(String stream, long sequence) {
        places.add(new Place(stream, sequence));
    }

    void id(String id) {
        ids.add(id);
    }

    void key(StoredKey key) {
        keys.put(new Name(key.scope(), key.key()), key);
    }

    /** Takes what an append needs under its last position, unless a conflict is answered: then nothing is taken. */
    Optional<AppendConflict> take(Append append, long lastPosition) {
        Taken own = new Taken();
        for (UniqueKey key : append.keys()) {
            StoredKey holder = holder(key, own);
            if (holder == null) {
                own.key(new StoredKey(key.scope(), key.key(), key.owner(), lastPosition));
            } else if (!key.shared() || !holder.owner().equals(key.owner())) {
                return Optional.of(new KeyConflict(holder));
            }
        }
        for (NewEvent event : append.events()) {
            Place place = new Place(event.stream(), event.sequence());
            if (places.contains(place) || !own.places.add(place)) {
                return Optional.of(new StreamConflict(event.stream(), event.sequence()));
            }
            if (ids.contains(event.id()) || !own.ids.add(event.id())) {
                return Optional.of(new EventIdConflict(event.id()));
            }
        }
        places.addAll(own.places);
        ids.addAll(own.ids);
        keys.putAll(own.keys);
        return Optional.empty();
    }

    /** Whether a key is to be stored with the append that ends at a position: not if an earlier one holds it. */
    boolean isNew(UniqueKey key, long lastPosition) {
        StoredKey holder = keys.get(new Name(key.scope(), key.key()));
        return holder != null && holder.position() == lastPosition;
    }

    private @Nullable StoredKey holder(UniqueKey key, Taken own) {
        Name name = new Name(key.scope(), key.key());
        StoredKey holder = keys.get(name);
        return holder == null ? own.keys.get(name) : holder;
    }
}
