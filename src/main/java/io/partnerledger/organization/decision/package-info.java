/** What may happen to one organization: pure functions from command and state to events. */
@NullMarked
package io.partnerledger.organization.decision;

import org.jspecify.annotations.NullMarked;
