/** Announcements and organizations one by one: as they stand, as they came about, and as lists. */
@NullMarked
package io.partnerledger.history;

import org.jspecify.annotations.NullMarked;
