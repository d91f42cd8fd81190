package io.partnerledger.deals;

import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Explained;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one deal that announcements speak of, with its lines written shortly. */
final class OneDeal {

    private OneDeal() {}

    static Deal deal(Announced... announced) {
        List<Deal> deals = Deals.of(Announced.standing(announced)).deals();
        if (deals.size() != 1) {
            throw new AssertionError("one deal expected: " + deals);
        }
        return deals.getFirst();
    }

    /** Lines as {@code announcement field amount}. */
    static List<String> counted(Deal deal) {
        return deal.counted().stream()
                .map(line -> line.announcement() + " " + line.field() + amount(line))
                .toList();
    }

    /** Lines as {@code announcement REASON amount}. */
    static List<String> notCounted(Deal deal) {
        return notCounted(deal.notCounted());
    }

    static List<String> notCounted(List<Explained> lines) {
        return lines.stream()
                .map(line -> line.announcement() + " " + line.reason() + amount(line))
                .toList();
    }

    /** The split of the ceiling as {@code paid outstanding nonBinding rumoured lapsed}. */
    static String split(Deal deal) {
        return String.join(
                " ",
                plain(deal.paid()),
                plain(deal.outstanding()),
                plain(deal.nonBinding()),
                plain(deal.rumoured()),
                plain(deal.lapsed()));
    }

    private static String amount(Explained line) {
        return line.amount() == null ? "" : " " + plain(line.amount());
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "null" : amount.stripTrailingZeros().toPlainString();
    }
}
