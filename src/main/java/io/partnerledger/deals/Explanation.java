package io.partnerledger.deals;

import io.partnerledger.announcement.Amount;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Stated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of one deal's explanation as they come up. */
final class Explanation {

    final List<Explained> counted = new ArrayList<>();
    final List<Explained> notCounted = new ArrayList<>();

    void counted(Stated stated, @Nullable BigDecimal amount, String field) {
        counted.add(Explained.counted(stated, amount, field));
    }

    void notCounted(Stated stated, @Nullable Amount amount, Reason reason) {
        notCounted.add(Explained.notCounted(stated, amount == null ? null : amount.counted(), reason));
    }
}
