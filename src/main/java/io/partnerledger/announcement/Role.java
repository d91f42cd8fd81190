package io.partnerledger.announcement;

/** What a partner does for a subject. */
public enum Role {
    INVESTOR,
    CLOUD_PROVIDER,
    COMPUTE_PROVIDER,
    CHIP_SUPPLIER,
    CHIP_DESIGNER,
    DATA_CENTER_PROVIDER,
    CUSTOMER,
    DISTRIBUTOR,
    RESEARCH_PARTNER,
    LICENSOR,
    LICENSEE,
    GUARANTOR
}
