package io.partnerledger.deals;

import io.partnerledger.announcement.Statement;
import io.partnerledger.standing.Stated;

/** One statement about a deal, seen as the kind it is. */
record Told<S extends Statement>(Stated stated, S statement) {}
