/** The way in: the Axon aggregate, the directory of names and the HTTP routes of the registry. */
@NullMarked
package io.partnerledger.organization.write;

import org.jspecify.annotations.NullMarked;
