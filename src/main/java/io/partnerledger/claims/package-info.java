/** Count claims ("at least seven partners") held against the roster. */
@NullMarked
package io.partnerledger.claims;

import org.jspecify.annotations.NullMarked;
