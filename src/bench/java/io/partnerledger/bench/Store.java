package io.partnerledger.bench;

import java.util.Locale;

/** The two kinds of database. */
enum Store {
    SQLITE,
    POSTGRES;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
