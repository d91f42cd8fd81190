/** Rebuilding a projection beside the live one, comparing the two and switching. */
@NullMarked
package io.partnerledger.replay;

import org.jspecify.annotations.NullMarked;
