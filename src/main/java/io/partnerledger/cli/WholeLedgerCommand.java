package io.partnerledger.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A question about one organization or, without one, about the whole ledger. */
abstract class WholeLedgerCommand extends ViewCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "An organization's id (default: the whole ledger).")
    @Nullable
    String subject;

    @Override
    final @Nullable String subject() {
        return subject;
    }
}
