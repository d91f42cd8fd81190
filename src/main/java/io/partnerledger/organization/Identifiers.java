package io.partnerledger.organization;

import org.jspecify.annotations.Nullable;

/**
 * What the world calls an organization by: LEI (ISO 17442), Wikidata item, ticker, CIK (SEC) and internet domain. Each
 * may be absent.
 */
public record Identifiers(
        @Nullable String lei,
        @Nullable String wikidata,
        @Nullable Ticker ticker,
        @Nullable String cik,
        @Nullable String domain) {

    /** No identifier is known. */
    public static final Identifiers NONE = new Identifiers(null, null, null, null, null);

    /** A listing: the market's MIC (ISO 10383) and the symbol there. */
    public record Ticker(String mic, String symbol) {}

    /** These identifiers, with those given replacing what stood. */
    public Identifiers and(Identifiers given) {
        return new Identifiers(
                given.lei != null ? given.lei : lei,
                given.wikidata != null ? given.wikidata : wikidata,
                given.ticker != null ? given.ticker : ticker,
                given.cik != null ? given.cik : cik,
                given.domain != null ? given.domain : domain);
    }
}
