/** The command line. */
@NullMarked
package io.partnerledger.cli;

import org.jspecify.annotations.NullMarked;
