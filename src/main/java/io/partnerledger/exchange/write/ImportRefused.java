package io.partnerledger.exchange.write;

import io.partnerledger.platform.Problem;
import java.util.List;

/** Lines of an import are refused, and nothing of it was stored. */
final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Fault> faults;

    private final int more;

    /** {@code more} faults there were than these. */
    ImportRefused(List<Problem.Fault> faults, int more) {
        super(faults.size() + more + " faults");
        this.faults = List.copyOf(faults);
        this.more = more;
    }

    int more() {
        return more;
    }

    List<Problem.Fault> faults() {
        return faults;
    }
}
