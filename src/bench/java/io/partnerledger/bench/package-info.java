/** The benchmark: the product against raw JDBC and stock Axon, interleaved in one process. */
@NullMarked
package io.partnerledger.bench;

import org.jspecify.annotations.NullMarked;
