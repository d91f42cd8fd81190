package io.partnerledger.standing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of something and the position of the log since which it is, or was, in force. */
record InForce<V>(long since, V version) {

    /** The version in force at a position, of versions oldest first; null before the first. */
    static <V> @Nullable V at(long position, List<InForce<V>> oldestFirst) {
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            if (oldestFirst.get(i).since() <= position) {
                return oldestFirst.get(i).version();
            }
        }
        return null;
    }
}
