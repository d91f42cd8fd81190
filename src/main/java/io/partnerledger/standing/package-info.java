/**
 * The read side's one table: which versions stand at a position of the log, and who is spoken of. What they say the log tells
 * ({@link io.partnerledger.standing.Past}).
 */
@NullMarked
package io.partnerledger.standing;

import org.jspecify.annotations.NullMarked;
