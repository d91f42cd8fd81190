package io.partnerledger.changes;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import io.partnerledger.corpus.WrittenDate;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Logs in which few organizations, deals and announcements meet again and again, each event one that is allowed. */
public final class GeneratedLedger {

    public static final List<String> ORGANIZATIONS = List.of("amazon", "anthropic", "google", "spacex", "xai");

    private static final String WHY = "so it is";

    private final Random random;
    private final List<Object> events = new ArrayList<>();
    private final Map<String, Boolean> retracted = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();

    private GeneratedLedger(Random random) {
        this.random = random;
    }

    public static Arbitrary<List<Object>> logs() {
        return Arbitraries.randomValue(random -> new GeneratedLedger(random).log());
    }

    /** One of these logs, the same each time. */
    public static List<Object> log(long seed) {
        return new GeneratedLedger(new Random(seed)).log();
    }

    private List<Object> log() {
        ORGANIZATIONS.forEach(id -> events.add(new OrganizationRegistered(id, id, List.of(), Identifiers.NONE)));
        int length = 5 + random.nextInt(35);
        while (events.size() < length + ORGANIZATIONS.size()) {
            happen();
        }
        return events;
    }

    private void happen() {
        if (retracted.isEmpty() || random.nextInt(3) == 0) {
            String id = "a" + retracted.size();
            retracted.put(id, false);
            events.add(new AnnouncementRecorded(id, date(), source(), statements()));
        } else if (random.nextInt(6) == 0) {
            merge();
        } else {
            change(one(retracted.keySet().toArray(String[]::new)));
        }
    }

    private void change(String id) {
        boolean gone = Objects.requireNonNull(retracted.get(id));
        switch (random.nextInt(6)) {
            case 0 -> {
                if (!gone) {
                    events.add(new AnnouncementCorrected(
                            id, WHY, null, maybe(source()), maybe(date()), maybe(statements())));
                }
            }
            case 1 -> events.add(new AnnouncementRanked(id, one(Rank.values()), WHY));
            case 2 -> events.add(new AnnouncementCorroborated(id, 1, null, source(), List.of()));
            case 3 -> {
                retracted.put(id, !gone);
                events.add(gone ? new AnnouncementReinstated(id, WHY, null) : new AnnouncementRetracted(id, WHY, null));
            }
            default -> link(id);
        }
    }

    private void link(String id) {
        String target = one(retracted.keySet().toArray(String[]::new));
        if (links.remove(id) != null) {
            events.add(new AnnouncementDuplicateUnlinked(id, null));
        } else if (!leads(target, id, links)) {
            links.put(id, target);
            events.add(new AnnouncementDuplicateLinked(id, target, WHY));
        }
    }

    private void merge() {
        String id = one(ORGANIZATIONS.toArray(String[]::new));
        String into = one(ORGANIZATIONS.toArray(String[]::new));
        if (mergedInto.remove(id) != null) {
            events.add(new OrganizationMergeReversed(id, WHY));
        } else if (!leads(into, id, mergedInto)) {
            mergedInto.put(id, into);
            events.add(new OrganizationMerged(id, into, null, null, WHY));
        }
    }

    /** Whether the way from one leads to the other, or is the other. */
    private static boolean leads(String from, String to, Map<String, String> ways) {
        for (String at = from; at != null; at = ways.get(at)) {
            if (at.equals(to)) {
                return true;
            }
        }
        return false;
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            statements.add(statement());
        }
        return statements;
    }

    private Statement statement() {
        String deal = one("one", "two", "three", "four");
        return switch (random.nextInt(11)) {
            case 0, 1, 2 ->
                new CommitmentMade(
                        deal,
                        organization(),
                        organization(),
                        one(Instrument.EQUITY, Instrument.DEBT),
                        one(Stage.values()),
                        amount(),
                        maybe("once it is approved"),
                        null);
            case 3 -> new CommitmentAmended(deal, maybe(amount()), maybe(one(Stage.values())), null);
            case 4 -> new TranchePaid(deal, amount(), maybe(one("first", "second")));
            case 5 -> new CommitmentEnded(deal, one(Outcome.values()));
            case 6 -> new TotalRestated(organization(), organization(), amount(), List.of(deal));
            case 7 ->
                new PartnerRemoved(
                        organization(),
                        organization(),
                        random.nextBoolean() ? List.of() : roles(),
                        null,
                        maybe(date()));
            case 8 ->
                new CapacityAnnounced(
                        organization(),
                        organization(),
                        new Quantity(
                                Qualifier.EXACT,
                                BigDecimal.valueOf(1 + random.nextInt(2)),
                                null,
                                null,
                                CapacityUnit.GW,
                                null),
                        random.nextBoolean() ? List.of("chips") : List.of(),
                        one(CapacityStatus.values()),
                        null,
                        maybe("here"),
                        maybe(deal));
            case 9 ->
                new PartnerCountClaimed(
                        organization(), roles(), one(Comparator.values()), random.nextInt(4), List.of(organization()));
            default -> new PartnerAdded(organization(), organization(), roles(), List.of(), null, null, maybe(date()));
        };
    }

    private List<Role> roles() {
        return List.of(one(Role.INVESTOR, Role.CUSTOMER));
    }

    private Amount amount() {
        BigDecimal value = BigDecimal.valueOf(1 + random.nextInt(4));
        return switch (random.nextInt(5)) {
            case 0 -> new Amount(Qualifier.UNDISCLOSED, null, null, null, maybe("USD"), null);
            case 1 -> new Amount(Qualifier.AT_LEAST, value, null, null, "EUR", null);
            default -> new Amount(Qualifier.EXACT, value, null, null, "USD", null);
        };
    }

    private Source source() {
        return new Source(null, "Reuters", "News", null, null, null, one(SourceTier.values()), null, null);
    }

    private EventDate date() {
        return WrittenDate.of(one("2024-03-01", "2024-03-05", "2024-03", "2024", "2025-01-01", "2026-06-30"));
    }

    private String organization() {
        return one(ORGANIZATIONS.toArray(String[]::new));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
