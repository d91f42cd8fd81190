package io.partnerledger.announcement;

/** How a count claim compares with the number it names. */
public enum Comparator {
    AT_LEAST,
    EXACTLY,
    MORE_THAN,
    ABOUT
}
