package io.partnerledger.rates;

import java.util.List;

/** Rates asked for by their hash that are not there; {@code known} are the hashes of those that are. */
public final class UnknownRates extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> known;

    UnknownRates(String asked, List<String> known) {
        super("The rates " + asked + " are not loaded"
                + (known.isEmpty() ? "; no rates are" : "; in use are " + known.getFirst())
                + ". Without the parameter rates the answer is at the rates in use, and says which");
        this.known = List.copyOf(known);
    }

    /** The hashes of the rates that are there, those in use first. */
    public List<String> known() {
        return known;
    }
}
