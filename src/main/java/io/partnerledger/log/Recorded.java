package io.partnerledger.log;

import java.time.Instant;

/** An append together with the time it is, or was, recorded at. */
public record Recorded(Append append, Instant recordedAt) {}
