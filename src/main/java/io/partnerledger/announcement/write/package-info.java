/** The way in: the Axon aggregate, a thin adapter, and the HTTP routes that change announcements. */
@NullMarked
package io.partnerledger.announcement.write;

import org.jspecify.annotations.NullMarked;
