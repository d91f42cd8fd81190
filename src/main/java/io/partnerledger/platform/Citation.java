package io.partnerledger.platform;

import io.partnerledger.standing.Tabular;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a row of a view carries to be citable where it stands alone. */
record Citation(
        @Nullable String subject,
        LocalDate validAt,
        @Nullable String asOf,
        long position,
        String permalink) {

    /** The citation of an answer; null where it is a list and not a view. */
    static @Nullable Citation of(Tabular<?> answer) {
        if (!(answer instanceof ViewAnswer<?> viewed)) {
            return null;
        }
        View view = viewed.view();
        return new Citation(view.subject(), view.validAt(), view.asOf(), view.position(), view.permalink());
    }
}
