package io.partnerledger.exchange.write;

import io.partnerledger.platform.Problem;
import java.util.List;

/** Lines of an import are refused, and nothing of it was stored. */
final class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem.Fault> faults;

    ImportRefused(List<Problem.Fault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    List<Problem.Fault> faults() {
        return faults;
    }
}
