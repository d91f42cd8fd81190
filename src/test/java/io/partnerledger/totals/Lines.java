package io.partnerledger.totals;

import io.partnerledger.standing.Explained;
import java.math.BigDecimal;
import java.util.List;

/** Lines of an explanation, written shortly as {@code announcement field-or-REASON amount}. */
final class Lines {

    private Lines() {}

    static List<String> of(List<Explained> lines) {
        return lines.stream()
                .map(line -> line.announcement()
                        + " "
                        + (line.reason() == null ? line.field() : line.reason())
                        + (line.amount() == null ? "" : " " + plain(line.amount())))
                .toList();
    }

    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
