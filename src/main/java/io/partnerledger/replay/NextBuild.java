package io.partnerledger.replay;

import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.Soundness;

/** The build that follows the live one: what an earlier rebuild has filled of it is as good as if it had gone on. */
record NextBuild(LogPast past, LiveStanding live, Generations generations) {

    /** Another node may have made another build live, and this one may not be able to follow it: it is not touched. */
    int number() {
        live.follow();
        int here = live.generation().number();
        return Math.max(here, generations.live().orElse(here)) + 1;
    }

    Generation begunOrNew() {
        int number = number();
        Generation begun = generations.openToFill(number);
        if (isToBeFilled(begun)) {
            return begun;
        }
        return anew(begun);
    }

    /** In place of one that is not what it should be. */
    Generation anew(Generation begun) {
        generations.drop(begun);
        return generations.openToFill(begun.number());
    }

    /** How far an earlier rebuild came, -1 if there is nothing of it; what cannot be gone on with is dropped. */
    long filledTo() {
        int number = number();
        if (!generations.exists(number)) {
            return -1;
        }
        Generation begun = generations.openToFill(number);
        long position = isToBeFilled(begun) ? generations.filledTo(begun) : -1;
        if (position < 0) {
            generations.drop(begun);
        } else {
            generations.close(begun);
        }
        return position;
    }

    void drop() {
        int number = number();
        if (generations.exists(number)) {
            generations.drop(generations.openToFill(number));
        }
    }

    private boolean isToBeFilled(Generation build) {
        return generations.soundness(build, past) == Soundness.FILLING;
    }
}
