package io.partnerledger.rates;

import java.nio.charset.StandardCharsets;

/** Rates that nobody published: round figures, for tests alone, in the form of the European Central Bank's file. */
public final class MadeUpRates {

    /** The days of January 2026 up to the 5th lack something each; 1.25, 2 and 160 make figures that can be checked by eye. */
    public static final String CSV = """
        # source: made up for tests
        Date,USD,GBP,JPY,
        2026-01-20,1.6,0.5,160,
        2026-01-09,1.28,N/A,N/A,
        2026-01-05,1.25,0.5,150,
        2026-01-02,2,0.8,N/A,
        """;

    private MadeUpRates() {}

    public static Rates rates() {
        return rates(CSV);
    }

    public static Rates rates(String csv) {
        return Rates.read(csv.getBytes(StandardCharsets.UTF_8));
    }

    public static Exchange into(String currency) {
        return new Exchange(currency, rates());
    }
}
