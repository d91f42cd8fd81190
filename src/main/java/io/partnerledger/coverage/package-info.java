/** What each fact rests on: who said so, how many of them independently, and who says otherwise. */
@NullMarked
package io.partnerledger.coverage;

import org.jspecify.annotations.NullMarked;
