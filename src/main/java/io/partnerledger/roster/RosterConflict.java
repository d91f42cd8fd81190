package io.partnerledger.roster;

import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.SourceTier;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A removal without an addition: on its day the partner did not hold the role (null: any role) that it says has ended.
 * It changes nothing and is shown.
 */
public record RosterConflict(
        String subject,
        String partner,
        @Nullable Role role,
        LocalDate on,
        String announcement,
        int statement,
        long position,
        SourceTier tier) {}
