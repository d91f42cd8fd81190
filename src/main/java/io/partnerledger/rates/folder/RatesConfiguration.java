package io.partnerledger.rates.folder;

import io.partnerledger.platform.LedgerProperties;
import io.partnerledger.rates.LoadedRates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the rates once, on start. */
@Configuration(proxyBeanMethods = false)
class RatesConfiguration {

    @Bean
    LoadedRates loadedRates(LedgerProperties properties) {
        return new RatesFolder(properties.home().resolve("rates")).read();
    }
}
