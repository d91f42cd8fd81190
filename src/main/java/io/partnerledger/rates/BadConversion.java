package io.partnerledger.rates;

/** A conversion that cannot be asked for: no such currency, or rates without one. */
public final class BadConversion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    BadConversion(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    /** The query parameter at fault. */
    public String parameter() {
        return parameter;
    }
}
