package io.partnerledger.standing;

import java.time.LocalDate;
import java.util.List;

/**
 * What the folds fold over: the statements that stand on day {@code validAt} as known at one position of the log,
 * oldest first, and those that do not, each with its reason.
 */
public record Standing(LocalDate validAt, List<Stated> statements, List<LeftOut> leftOut) {}
