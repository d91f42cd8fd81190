package io.partnerledger.rates.folder;

import io.partnerledger.rates.LoadedRates;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which rates there are. */
@RestController
class RatesApi {

    private final LoadedRates rates;

    RatesApi(LoadedRates rates) {
        this.rates = rates;
    }

    @GetMapping("/api/rates")
    RatesAnswer get() {
        return RatesAnswer.of(rates);
    }
}
