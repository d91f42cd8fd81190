/** Importing: announcements and exported events, entered into a ledger that may have entries, or tried out. */
@NullMarked
package io.partnerledger.exchange.write;

import org.jspecify.annotations.NullMarked;
