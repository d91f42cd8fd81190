/** What was promised, paid and ended: the lifecycle of each deal. */
@NullMarked
package io.partnerledger.deals;

import org.jspecify.annotations.NullMarked;
