/** The vocabulary of announcements: what a source said, in the ledger's words. Pure Java. */
@NullMarked
package io.partnerledger.announcement;

import org.jspecify.annotations.NullMarked;
