package io.partnerledger.standing;

/** A statement that does not stand at the asked point, and why. Folds never count it; explanations name it. */
public record LeftOut(Stated stated, Reason reason) {}
