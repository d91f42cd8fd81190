/** The vocabulary of the registry of organizations. Pure Java. */
@NullMarked
package io.partnerledger.organization;

import org.jspecify.annotations.NullMarked;
