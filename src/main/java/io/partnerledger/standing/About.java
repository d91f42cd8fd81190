package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.standing.Histories.Heard;
import io.partnerledger.standing.Sequence.Placed;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The statements that are about a subject: those that name it, and those that speak of a deal of which a statement says
 * that the subject is in it. Oldest first; of what was announced alike, what was entered first. Which they are at a
 * position is found by numbers alone; each is only looked at when it is asked for.
 */
final class About {

    private static final Comparator<Placed> IN_ORDER = Comparator.comparing(
                    (Placed one) -> one.judged().stated(), Stated.OLDEST_FIRST)
            .thenComparingLong(one -> one.judged().telling().since());

    private final Sequence said;
    private final boolean everyone;
    private final BitSet naming = new BitSet();
    private final BitSet dealing = new BitSet();
    private final int[][] deals;

    About(@Nullable String subject, Sequence all) {
        List<Placed> placed = all.placed().stream().sorted(IN_ORDER).toList();
        this.said = new Sequence(placed);
        this.everyone = subject == null;
        this.deals = new int[placed.size()][];
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < deals.length; i++) {
            Statement statement = placed.get(i).judged().stated().statement();
            deals[i] = statement.deals().stream()
                    .mapToInt(deal -> numbers.computeIfAbsent(deal, _ -> numbers.size()))
                    .toArray();
            naming.set(i, subject != null && statement.organizations().contains(subject));
            dealing.set(i, statement instanceof CommitmentMade || statement instanceof CapacityAnnounced);
        }
        dealing.and(naming);
    }

    List<Heard> at(long position, LocalDate validAt, long last) {
        BitSet itsDeals = new BitSet();
        for (int i = dealing.nextSetBit(0); i >= 0; i = dealing.nextSetBit(i + 1)) {
            if (said.isInForce(i, position, last)) {
                for (int deal : deals[i]) {
                    itsDeals.set(deal);
                }
            }
        }
        int[] found = new int[deals.length];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            if (said.isInForce(i, position, last) && (everyone || naming.get(i) || speaksOf(i, itsDeals))) {
                found[count++] = i;
            }
        }
        return new Found(said, found, count, validAt.toEpochDay());
    }

    private boolean speaksOf(int one, BitSet itsDeals) {
        for (int deal : deals[one]) {
            if (itsDeals.get(deal)) {
                return true;
            }
        }
        return false;
    }

    private static final class Found extends AbstractList<Heard> implements RandomAccess {
        private final Sequence said;
        private final int[] found;
        private final int count;
        private final long day;

        private Found(Sequence said, int[] found, int count, long day) {
            this.said = said;
            this.found = found;
            this.count = count;
            this.day = day;
        }

        @Override
        public Heard get(int index) {
            return said.heard(found[index], day);
        }

        @Override
        public int size() {
            return count;
        }
    }
}
