package io.partnerledger;

import io.partnerledger.cli.PartnerLedger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The ledger as one program: without a command, or with options alone, it serves. */
@SpringBootApplication
public class PartnerLedgerApplication {

    public static void main(String[] args) {
        if (PartnerLedger.asksToServe(args)) {
            SpringApplication.run(PartnerLedgerApplication.class, PartnerLedger.serverArguments(args));
        } else {
            System.exit(PartnerLedger.run(
                    args, options -> new SpringApplication(PartnerLedgerApplication.class).run(options)));
        }
    }
}
