/** Where the money goes: a directed graph of organizations, and the circles in it. */
@NullMarked
package io.partnerledger.flows;

import org.jspecify.annotations.NullMarked;
