/** What may happen to one announcement: pure functions from command and state to events. */
@NullMarked
package io.partnerledger.announcement.decision;

import org.jspecify.annotations.NullMarked;
