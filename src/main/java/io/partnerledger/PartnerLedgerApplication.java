package io.partnerledger;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the ledger. */
@SpringBootApplication
public class PartnerLedgerApplication {

    public static void main(String[] args) {
        SpringApplication.run(PartnerLedgerApplication.class, args);
    }
}
