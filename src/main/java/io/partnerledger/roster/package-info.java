/** Who partners with a subject, in which roles, since when and on whose word. */
@NullMarked
package io.partnerledger.roster;

import org.jspecify.annotations.NullMarked;
