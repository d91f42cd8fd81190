package io.partnerledger.roster;

import io.partnerledger.standing.At;

/** Who partners with this subject, at a point in both times? Answered by a {@link RosterAnswer}. */
public record FindRoster(String subject, At at, boolean explain) {}
