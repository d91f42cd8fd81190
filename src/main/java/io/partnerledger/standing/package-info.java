/** The read side's one table: which statements stand at a valid time, as known at a position of the log. */
@NullMarked
package io.partnerledger.standing;

import org.jspecify.annotations.NullMarked;
