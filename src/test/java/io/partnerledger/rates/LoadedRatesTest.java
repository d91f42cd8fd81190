package io.partnerledger.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerledger.rates.LoadedRates.Loaded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of several files is in use, and what can be asked of them. */
class LoadedRatesTest {

    private static final Rates OLD = MadeUpRates.rates("Date,USD\n2026-01-02,1.1\n");
    private static final Rates LATER = MadeUpRates.rates("Date,USD\n2026-01-05,1.2\n");
    private static final Rates LONGER = MadeUpRates.rates("Date,USD\n2026-01-05,1.2\n2026-01-02,1.1\n");

    private static LoadedRates loaded(Loaded... files) {
        return new LoadedRates(List.of(files), List.of());
    }

    @Test
    void theFileThatReachesToTheLatestDayIsInUse() {
        LoadedRates rates = loaded(new Loaded("z.csv", OLD), new Loaded("b.csv", LATER), new Loaded("a.csv", LONGER));

        assertThat(rates.exchange(Into.of("EUR", null)).rates()).isSameAs(LONGER);
        assertThat(rates.loaded()).extracting(Loaded::file).containsExactly("a.csv", "b.csv", "z.csv");
    }

    @Test
    void everyOtherAnswersWhereItIsNamed() {
        LoadedRates rates = loaded(new Loaded("old.csv", OLD), new Loaded("new.csv", LATER));

        assertThat(rates.exchange(Into.of("EUR", OLD.hash())).rates()).isSameAs(OLD);
        assertThat(rates.exchange(Into.of("EUR", "none")).rates()).isNull();
    }

    @Test
    void ratesThatAreNotThereAreRefusedByNamingThoseThatAre() {
        LoadedRates rates = loaded(new Loaded("new.csv", LATER));

        assertThatThrownBy(() -> rates.exchange(Into.of("EUR", OLD.hash())))
                .isInstanceOf(UnknownRates.class)
                .hasMessageContaining(OLD.hash())
                .hasMessageContaining("in use are " + LATER.hash());
        assertThatThrownBy(() -> loaded().exchange(Into.of("EUR", OLD.hash())))
                .isInstanceOf(UnknownRates.class)
                .hasMessageContaining("no rates are");
    }

    @Test
    void onlyACurrencyCanBeAskedFor() {
        LoadedRates rates = loaded(new Loaded("new.csv", LATER));

        for (String unknown : List.of("EURO", "eur", "XXX", "XAU", "EUR,USD", "€")) {
            assertThatThrownBy(() -> rates.exchange(Into.of(unknown, null)))
                    .isInstanceOf(BadConversion.class)
                    .hasMessageContaining(unknown);
        }
        assertThatThrownBy(() -> rates.exchange(Into.of(null, "none"))).isInstanceOf(BadConversion.class);
        assertThat(rates.exchange(Into.of(" ", " "))).isEqualTo(Exchange.NONE);
    }
}
