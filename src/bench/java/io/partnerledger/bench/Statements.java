package io.partnerledger.bench;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** Makes statements in the proportions of the corpus of real announcements. */
final class Statements {

    private enum Kind {
        MADE,
        ADDED,
        RESTATED,
        CAPACITY,
        ENDED,
        PAID,
        COUNTED,
        AMENDED,
        REMOVED
    }

    private static final Pick<Kind> KINDS = Pick.of(new int[] {63, 44, 25, 23, 9, 6, 5, 5, 1}, Kind.values());
    private static final Pick<Role> ROLES = Pick.of(
            new int[] {21, 14, 13, 6, 3, 3},
            Role.INVESTOR,
            Role.CLOUD_PROVIDER,
            Role.CHIP_SUPPLIER,
            Role.COMPUTE_PROVIDER,
            Role.DATA_CENTER_PROVIDER,
            Role.CUSTOMER);
    private static final Pick<Instrument> INSTRUMENTS = Pick.of(
            new int[] {29, 21, 8, 3},
            Instrument.EQUITY,
            Instrument.PURCHASE,
            Instrument.CONVERTIBLE_NOTE,
            Instrument.CAPEX);
    private static final Pick<Qualifier> QUALIFIERS = Pick.of(
            new int[] {56, 17, 9, 7, 7},
            Qualifier.EXACT,
            Qualifier.UP_TO,
            Qualifier.UNDISCLOSED,
            Qualifier.AT_LEAST,
            Qualifier.APPROXIMATELY);
    private static final Pick<Stage> STAGES =
            Pick.of(new int[] {8, 1, 1}, Stage.BINDING, Stage.NON_BINDING, Stage.RUMOURED);
    private static final Pick<CapacityStatus> STATUSES =
            Pick.of(new int[] {5, 3, 2}, CapacityStatus.CONTRACTED, CapacityStatus.PLANNED, CapacityStatus.ONLINE);
    private static final int TOLD_AGAIN_WITHIN = 12;

    private final Parties parties;
    private final SplittableRandom random;

    Statements(Parties parties, SplittableRandom random) {
        this.parties = parties;
        this.random = random;
    }

    /** The statement at an index of announcement {@code n}. */
    Statement next(long n, int index) {
        String one = parties.first(n, random);
        String other = parties.second(n, one, random);
        boolean outward = random.nextInt(3) == 0;
        String from = outward ? one : other;
        String to = outward ? other : one;
        return switch (KINDS.from(random)) {
            case MADE ->
                new Statement.CommitmentMade(
                        deal(n, index),
                        from,
                        to,
                        INSTRUMENTS.from(random),
                        STAGES.from(random),
                        amount(),
                        random.nextInt(12) == 0 ? "subject to regulatory approval" : null,
                        random.nextInt(4) == 0 ? "5 years" : null);
            case ADDED ->
                new Statement.PartnerAdded(
                        one,
                        other,
                        List.of(ROLES.from(random)),
                        random.nextInt(5) < 2 ? List.of("Model T" + random.nextInt(9)) : List.of(),
                        random.nextInt(4) == 0 ? "training and inference" : null,
                        null,
                        null);
            case RESTATED -> new Statement.TotalRestated(from, to, disclosed(), List.of(earlierDeal(n)));
            case CAPACITY ->
                new Statement.CapacityAnnounced(
                        other,
                        one,
                        new Quantity(
                                Qualifier.UP_TO,
                                BigDecimal.valueOf(1 + random.nextInt(5_000)),
                                null,
                                null,
                                CapacityUnit.MW,
                                null),
                        List.of("Accelerator " + random.nextInt(9)),
                        STATUSES.from(random),
                        null,
                        random.nextBoolean() ? "Site " + random.nextInt(50) : null,
                        random.nextBoolean() ? earlierDeal(n) : null);
            case ENDED -> new Statement.CommitmentEnded(earlierDeal(n), Outcome.COMPLETED);
            case PAID -> new Statement.TranchePaid(earlierDeal(n), disclosed(), "tranche " + (1 + random.nextInt(4)));
            case COUNTED ->
                new Statement.PartnerCountClaimed(
                        one, List.of(), Comparator.AT_LEAST, 2 + random.nextInt(30), List.of(other));
            case AMENDED -> new Statement.CommitmentAmended(earlierDeal(n), disclosed(), null, null);
            case REMOVED -> new Statement.PartnerRemoved(one, other, List.of(), null, null);
        };
    }

    private static String deal(long n, int index) {
        return "deal-" + n + "-" + index;
    }

    /** A deal that an announcement not long before this one may have made; of the same parties' part of the ledger. */
    private String earlierDeal(long n) {
        long earlier = n - 1 - random.nextInt(TOLD_AGAIN_WITHIN);
        boolean apart = earlier < 0 || parties.isOfSubject(earlier) != parties.isOfSubject(n);
        return deal(apart ? n : earlier, 0);
    }

    private Amount amount() {
        Qualifier qualifier = QUALIFIERS.from(random);
        return qualifier == Qualifier.UNDISCLOSED
                ? new Amount(qualifier, null, null, null, "USD", null)
                : new Amount(qualifier, millions(), null, null, "USD", null);
    }

    private Amount disclosed() {
        return new Amount(Qualifier.EXACT, millions(), null, null, "USD", null);
    }

    private BigDecimal millions() {
        return BigDecimal.valueOf((1 + random.nextInt(20_000)) * 1_000_000L);
    }
}
