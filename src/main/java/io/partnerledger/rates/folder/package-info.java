/** The rates in the ledger's home: their files, and the route that says what was read of them. */
@NullMarked
package io.partnerledger.rates.folder;

import org.jspecify.annotations.NullMarked;
