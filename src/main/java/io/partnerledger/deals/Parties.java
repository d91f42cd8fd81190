package io.partnerledger.deals;

import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Standing;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who gives to whom, and in which form: what a commitment names besides its amount. */
public record Parties(String from, String to, Instrument instrument) {

    static Parties of(CommitmentMade made) {
        return new Parties(made.from(), made.to(), made.instrument());
    }

    /** The parties of one deal as a standing telling names them, or else the newest one that no longer stands. */
    public static @Nullable Parties of(String deal, Standing ofThatDeal) {
        Parties standing = Deals.parties(ofThatDeal).get(deal);
        return standing == null ? leftOut(ofThatDeal).get(deal) : standing;
    }

    /**
     * The parties of deals as the newest telling that no longer stands named them, by slug: where a line belongs whose
     * deal lost every standing telling. A telling still to come names nobody yet.
     */
    public static Map<String, Parties> leftOut(Standing standing) {
        Map<String, Parties> parties = new HashMap<>();
        standing.leftOut().stream()
                .filter(left -> left.reason() != Reason.AFTER_VALID_AT)
                .map(LeftOut::stated)
                .forEach(stated -> {
                    if (stated.statement() instanceof CommitmentMade made) {
                        parties.put(made.deal(), of(made));
                    }
                });
        return parties;
    }
}
