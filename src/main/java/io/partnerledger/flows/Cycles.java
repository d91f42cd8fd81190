package io.partnerledger.flows;

import java.util.List;

/**
 * The circles of at most {@link #LONGEST} members that were found, short ones first, then by their members.
 * {@code complete} is false where the search was cut, after {@link #MOST} circles or {@link #MOST_STEPS} steps: there
 * may be more of the last length and of longer ones.
 */
public record Cycles(List<Cycle> found, boolean complete) {

    /** The most members that a circle may have to be looked for. */
    public static final int LONGEST = 6;

    /** In the longest circle every edge starts or ends at most this many steps from each member. */
    static final int REACH = (LONGEST - 1) / 2;

    /** How many circles are looked for. */
    public static final int MOST = 1_000;

    /** How many edges are followed in all; a bound on the work in a dense graph, not on what is answered. */
    static final int MOST_STEPS = 20_000_000;
}
