/** What moved between two points of recorded time, and which entries moved it. */
@NullMarked
package io.partnerledger.changes;

import org.jspecify.annotations.NullMarked;
