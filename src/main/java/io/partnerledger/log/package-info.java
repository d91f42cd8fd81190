/** The event log: durable, gapless, in commit order, behind Axon's own interfaces. */
@NullMarked
package io.partnerledger.log;

import org.jspecify.annotations.NullMarked;
