/** An event-sourced ledger of partnership announcements: commands decide, the log remembers, folds answer. */
@NullMarked
package io.partnerledger;

import org.jspecify.annotations.NullMarked;
