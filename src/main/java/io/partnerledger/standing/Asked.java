package io.partnerledger.standing;

import org.jspecify.annotations.Nullable;

/** One question to a view: about whom (null: everyone), when, and whether to explain. */
public record Asked(@Nullable String subject, At at, boolean explain) {}
