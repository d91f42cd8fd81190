package io.partnerledger.replay;

import org.jspecify.annotations.Nullable;

/** Under which {@code Idempotency-Key} somebody asks for a rebuild, and who; null where a request has no key. */
public record RequestKey(@Nullable String value) {}
