/** The persisted form of events: stored names, revisions, JSON rules. Nothing else knows it. */
@NullMarked
package io.partnerledger.wire;

import org.jspecify.annotations.NullMarked;
