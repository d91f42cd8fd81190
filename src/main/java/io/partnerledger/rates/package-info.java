/** One currency for another: published reference rates, and amounts converted at the rate of their day. Pure Java. */
@NullMarked
package io.partnerledger.rates;

import org.jspecify.annotations.NullMarked;
