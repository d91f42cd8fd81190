package io.partnerledger.flows;

import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/** Where does money go, from and to this subject (null: everyone), and round? Answered by a {@link FlowsAnswer}. */
public record FindFlows(@Nullable String subject, At at, boolean explain) {}
