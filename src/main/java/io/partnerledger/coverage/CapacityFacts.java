package io.partnerledger.coverage;

import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.capacity.CapacityKey;
import io.partnerledger.capacity.CapacityRow;
import io.partnerledger.capacity.CapacityTelling;
import io.partnerledger.standing.Stated;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a capacity rests on: who tells its quantity at its status. Who tells another quantity at that status tells
 * otherwise; who tells of another status tells its history.
 */
final class CapacityFacts {

    private CapacityFacts() {}

    static Assertion of(CapacityRow row) {
        CapacityTelling believed = row.requireBelieved();
        CapacityStatus status = believed.said().status();
        List<CapacityTelling> atThisStatus = row.tellings().stream()
                .filter(telling -> telling.said().status() == status)
                .toList();
        List<Stated> told = atThisStatus.stream()
                .filter(telling -> telling.written().equals(believed.written()))
                .map(CapacityTelling::stated)
                .toList();
        Map<Stated, String> otherwise = new LinkedHashMap<>();
        if (believed.counted() != null) {
            atThisStatus.stream()
                    .filter(telling -> telling.counted() != null)
                    .filter(telling -> !telling.written().equals(believed.written()))
                    .forEach(telling -> otherwise.put(telling.stated(), telling.written()));
        }
        CapacityKey key = row.key();
        return new Assertion(
                Fact.Kind.CAPACITY,
                believed.said().deal(),
                List.of(key.provider(), key.customer()),
                Written.words(
                        Written.kebab(status),
                        believed.written(),
                        key.products().isEmpty() ? null : "of " + String.join(", ", key.products()),
                        key.site() == null ? null : "at " + key.site()),
                told,
                otherwise,
                false);
    }
}
