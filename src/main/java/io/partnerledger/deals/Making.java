package io.partnerledger.deals;

import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which telling of a commitment is believed, and which one lends it an amount where it discloses none. Firm tellings
 * are asked first; rumours only while no firm telling stands, and then they lend one another amounts as firm ones do.
 * Among those asked a preferred one wins, then the best tier, then the newest.
 */
record Making(Told<CommitmentMade> believed, Told<CommitmentMade> lender, boolean firm) {

    private static final Comparator<Told<CommitmentMade>> WORST_FIRST = Comparator.comparing(
                    (Told<CommitmentMade> told) -> told.stated().rank() == Rank.PREFERRED)
            .thenComparing(told -> told.stated().tier(), Comparator.reverseOrder())
            .thenComparing(Told::stated, Stated.OLDEST_FIRST);

    /** The making of a deal; null where no telling stands, so that nobody knows its parties. */
    static @Nullable Making of(List<Told<CommitmentMade>> tellings) {
        boolean firm = tellings.stream().anyMatch(Making::isFirm);
        Told<CommitmentMade> believed = best(tellings, told -> isFirm(told) == firm);
        if (believed == null) {
            return null;
        }
        Told<CommitmentMade> disclosing = best(tellings, told -> isFirm(told) == firm && discloses(told));
        if (disclosing == null || discloses(believed)) {
            return new Making(believed, believed, firm);
        }
        return new Making(believed, disclosing, firm);
    }

    /** Whether the believed telling is of a better tier than this older statement and says an amount itself. */
    boolean supersedes(Stated amendment) {
        return discloses(believed)
                && believed.stated().tier().isBetterThan(amendment.tier())
                && believed.stated().isNewerThan(amendment);
    }

    /** Why a telling that gives nothing to the deal was passed over. */
    Reason passedOver(Told<CommitmentMade> telling) {
        return firm && !isFirm(telling) ? Reason.RUMOURED : Reason.SUPERSEDED;
    }

    private static boolean isFirm(Told<CommitmentMade> told) {
        return told.statement().stage() != Stage.RUMOURED;
    }

    private static boolean discloses(Told<CommitmentMade> told) {
        return told.statement().amount().counted() != null;
    }

    private static @Nullable Told<CommitmentMade> best(
            List<Told<CommitmentMade>> tellings, Predicate<Told<CommitmentMade>> asked) {
        return tellings.stream().filter(asked).max(WORST_FIRST).orElse(null);
    }
}
