package io.partnerledger;

import io.partnerledger.cli.PartnerLedger;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The ledger as one program: without a command, or with options alone, it serves. */
@SpringBootApplication
public class PartnerLedgerApplication {

    public static void main(String[] args) {
        // What is sent to databases, stored and answered is the same everywhere; some locales have digits of their own.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        if (PartnerLedger.asksToServe(args)) {
            start(PartnerLedger.serverArguments(args));
        } else {
            System.exit(PartnerLedger.run(args, PartnerLedgerApplication::start));
        }
    }

    private static ConfigurableApplicationContext start(String... options) {
        return BreakableStart.of(() -> SpringApplication.run(PartnerLedgerApplication.class, options));
    }
}
