/** Wiring: Axon, Spring, problem details, clock. */
@NullMarked
package io.partnerledger.platform;

import org.jspecify.annotations.NullMarked;
