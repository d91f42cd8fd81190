package io.partnerledger.rates;

/** A file of rates that has another form than it should: where, by line and column from 1, and what is wrong. */
public final class MalformedRates extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    MalformedRates(int line, int column, String reason) {
        super(reason);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column of the table, from 1. */
    public int column() {
        return column;
    }
}
