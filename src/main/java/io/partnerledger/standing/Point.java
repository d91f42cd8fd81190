package io.partnerledger.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A point in both times that an answer stands at; {@code asOf} is null where none was asked for. */
public record Point(LocalDate validAt, @Nullable String asOf, long position) {}
