package io.partnerledger.rates.folder;

import io.partnerledger.rates.LoadedRates;
import io.partnerledger.rates.LoadedRates.Loaded;
import io.partnerledger.rates.LoadedRates.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rates that amounts are converted at: the files that were read, the one in use first, those that were refused, and
 * where rates come from and go.
 */
record RatesAnswer(@Nullable String inUse, List<Line> files, List<Refused> refused, String howTo) {

    private static final String HOW_TO = "Put the European Central Bank's eurofxref-hist.csv"
            + " (https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip), or a file of its form, into the folder"
            + " 'rates' of the ledger's home and start the ledger again";

    /** One file: whose rates it has, its SHA-256, the days that it reaches from and to, and the currencies in it. */
    record Line(
            String file,
            String source,
            String hash,
            LocalDate firstDay,
            LocalDate lastDay,
            int days,
            List<String> currencies) {

        static Line of(Loaded one) {
            return new Line(
                    one.file(),
                    one.rates().source(),
                    one.rates().hash(),
                    one.rates().firstDay(),
                    one.rates().lastDay(),
                    one.rates().size(),
                    List.copyOf(one.rates().currencies()));
        }
    }

    static RatesAnswer of(LoadedRates rates) {
        List<Line> files = rates.loaded().stream().map(Line::of).toList();
        return new RatesAnswer(files.isEmpty() ? null : files.getFirst().hash(), files, rates.refused(), HOW_TO);
    }
}
