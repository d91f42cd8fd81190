/** Everything that was said, in the order of the world or of the ledger. */
@NullMarked
package io.partnerledger.timeline;

import org.jspecify.annotations.NullMarked;
