/** The log as others read it: CloudEvents, one a line, or as a stream that stays open. */
@NullMarked
package io.partnerledger.exchange;

import org.jspecify.annotations.NullMarked;
