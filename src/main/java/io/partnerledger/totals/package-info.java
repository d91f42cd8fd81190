/** The money, summed from the deals per direction, instrument and currency. */
@NullMarked
package io.partnerledger.totals;

import org.jspecify.annotations.NullMarked;
