/** Statements that cannot all hold, gathered from deals, rosters and capacity, with who says what. */
@NullMarked
package io.partnerledger.conflicts;

import org.jspecify.annotations.NullMarked;
