package io.partnerledger.flows;

import io.partnerledger.rates.Into;
import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/** Where does money go, from and to this subject (null: everyone), and round? Answered by a {@link FlowsAnswer}. */
public record FindFlows(@Nullable String subject, At at, boolean explain, Into into) {

    /** The same in every deal's own currency. */
    public FindFlows(@Nullable String subject, At at, boolean explain) {
        this(subject, at, explain, Into.OWN);
    }
}
