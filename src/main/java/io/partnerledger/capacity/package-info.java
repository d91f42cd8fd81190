/** What computing capacity is planned, contracted, being built, online or released: who provides it to whom, where. */
@NullMarked
package io.partnerledger.capacity;

import org.jspecify.annotations.NullMarked;
