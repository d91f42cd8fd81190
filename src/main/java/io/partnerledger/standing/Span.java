package io.partnerledger.standing;

/** A stretch of the log, from what was known at position {@code first} ({@code from} as asked) to what is known at {@code to}. */
public record Span(String from, long first, Point to) {}
