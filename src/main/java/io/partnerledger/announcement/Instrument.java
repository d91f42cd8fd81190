package io.partnerledger.announcement;

/** The form in which value passes from one party to the other. */
public enum Instrument {
    EQUITY,
    CONVERTIBLE_NOTE,
    DEBT,
    GRANT,
    CLOUD_CREDITS,
    PURCHASE,
    CAPEX,
    REVENUE_SHARE,
    IN_KIND,
    GUARANTEE,
    WARRANT,
    UNSPECIFIED
}
