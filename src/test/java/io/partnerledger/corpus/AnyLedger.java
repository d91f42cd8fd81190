package io.partnerledger.corpus;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
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
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.standing.Announced;
import io.partnerledger.standing.Reason;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Announcements that crowd a few deals, parties, days and amounts, so that rules meet each other. */
public final class AnyLedger {

    private static final List<String> ORGANIZATIONS = List.of("amazon", "anthropic", "google");
    private static final String WHY = "so it is";

    private AnyLedger() {}

    /** No two announcements tie on day, precision and tier. */
    public static Arbitrary<List<Announced>> announcements() {
        return announcement()
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .uniqueElements(announced -> List.of(
                        WrittenDate.of(announced.on()).earliest(),
                        WrittenDate.of(announced.on()).vaguenessDays(),
                        announced.tier()))
                .map(AnyLedger::numbered);
    }

    /**
     * The entries that lead to these announcements, each with what happened to it, in an order of recording that is drawn;
     * what happens to an announcement comes after it. Nothing is linked, and nothing later than the day of asking.
     */
    public static List<Object> entries(List<Announced> announcements, Random random) {
        List<Object> entries = new ArrayList<>();
        for (String organization : ORGANIZATIONS) {
            entries.add(new OrganizationRegistered(organization, organization, List.of(), Identifiers.NONE));
        }
        List<Deque<Object>> lives = new ArrayList<>();
        announcements.forEach(announced -> lives.add(life(announced)));
        while (!lives.isEmpty()) {
            Deque<Object> life = lives.get(random.nextInt(lives.size()));
            entries.add(life.removeFirst());
            lives.removeIf(Deque::isEmpty);
        }
        return entries;
    }

    private static Deque<Object> life(Announced announced) {
        String id = announced.ref();
        Source source = new Source(
                null, "Paper " + announced.statements().size(), "News", null, null, null, announced.tier(), null, null);
        EventDate on = WrittenDate.of(announced.on());
        Deque<Object> life = new ArrayDeque<>();
        if (announced.leftOut() == Reason.CORRECTED) {
            life.add(new AnnouncementRecorded(
                    id, on, source, List.of(announced.statements().getFirst())));
            life.add(new AnnouncementCorrected(id, WHY, null, null, null, announced.statements()));
        } else {
            life.add(new AnnouncementRecorded(id, on, source, announced.statements()));
        }
        if (announced.leftOut() == Reason.DUPLICATE) {
            life.add(new AnnouncementCorroborated(id, 1, null, source, List.of()));
        }
        if (announced.rank() != Rank.NORMAL || announced.leftOut() == Reason.DEPRECATED) {
            Rank rank = announced.leftOut() == Reason.DEPRECATED ? Rank.DEPRECATED : announced.rank();
            life.add(new AnnouncementRanked(id, rank, WHY));
        }
        if (announced.leftOut() == Reason.RETRACTED) {
            life.add(new AnnouncementRetracted(id, WHY, null));
        }
        return life;
    }

    private static List<Announced> numbered(List<Announced> announcements) {
        return IntStream.range(0, announcements.size())
                .mapToObj(i -> {
                    Announced one = announcements.get(i);
                    return new Announced("a" + i, one.on(), one.tier(), one.rank(), one.leftOut(), one.statements());
                })
                .toList();
    }

    private static Arbitrary<Announced> announcement() {
        Arbitrary<String> days = Arbitraries.integers().between(1, 28).map("2026-01-%02d"::formatted);
        Arbitrary<String> months = Arbitraries.of("2026-01", "2026", "2026-02~", "2025-12/..");
        Arbitrary<Reason> taken = Arbitraries.of(
                        Reason.RETRACTED, Reason.CORRECTED, Reason.DEPRECATED, Reason.DUPLICATE, Reason.AFTER_VALID_AT)
                .injectNull(0.85);
        return Combinators.combine(
                        Arbitraries.oneOf(days, months),
                        Arbitraries.of(SourceTier.class),
                        Arbitraries.of(Rank.NORMAL, Rank.NORMAL, Rank.NORMAL, Rank.PREFERRED),
                        taken,
                        statement().list().ofMinSize(1).ofMaxSize(4))
                .as((on, tier, rank, reason, statements) -> new Announced("", on, tier, rank, reason, statements));
    }

    private static Arbitrary<Statement> statement() {
        Arbitrary<CommitmentMade> made = Combinators.combine(
                        deal(),
                        organization(),
                        organization(),
                        Arbitraries.of(Instrument.EQUITY, Instrument.DEBT),
                        Arbitraries.of(Stage.class),
                        amount(),
                        conditions())
                .as((deal, from, to, instrument, stage, amount, conditions) ->
                        new CommitmentMade(deal, from, to, instrument, stage, amount, conditions, null));
        Arbitrary<CommitmentAmended> amended = Combinators.combine(
                        deal(),
                        amount().injectNull(0.3),
                        Arbitraries.of(Stage.class).injectNull(0.5),
                        conditions())
                .as(CommitmentAmended::new);
        Arbitrary<CommitmentEnded> ended =
                Combinators.combine(deal(), Arbitraries.of(Outcome.class)).as(CommitmentEnded::new);
        Arbitrary<TotalRestated> restated = Combinators.combine(
                        organization(), organization(), amount(), deal().list().ofMaxSize(2))
                .as(TotalRestated::new);
        return Arbitraries.frequencyOf(
                Tuple.of(4, made),
                Tuple.of(3, amended),
                Tuple.of(5, payment()),
                Tuple.of(1, ended),
                Tuple.of(1, restated),
                Tuple.of(4, partners()),
                Tuple.of(2, capacity()));
    }

    private static Arbitrary<CapacityAnnounced> capacity() {
        Arbitrary<Quantity> quantity = amount().map(amount ->
                new Quantity(amount.qualifier(), amount.value(), amount.min(), amount.max(), CapacityUnit.GW, null));
        return Combinators.combine(
                        organization(),
                        organization(),
                        quantity,
                        Arbitraries.of("x", "y").list().ofMaxSize(2),
                        Arbitraries.of(CapacityStatus.CONTRACTED, CapacityStatus.ONLINE))
                .as((provider, customer, told, products, status) ->
                        new CapacityAnnounced(provider, customer, told, products, status, null, null, null));
    }

    static Arbitrary<TranchePaid> payment() {
        return Combinators.combine(deal(), amount(), Arbitraries.of("x", "y").injectNull(0.6))
                .as(TranchePaid::new);
    }

    private static Arbitrary<Statement> partners() {
        Arbitrary<List<Role>> roles = Arbitraries.of(Role.INVESTOR, Role.CUSTOMER, Role.CLOUD_PROVIDER)
                .list()
                .ofMaxSize(2);
        Arbitrary<EventDate> effectiveOn = Arbitraries.of("2026-01-03", "2026-01-15~", "2025", "2031")
                .map(WrittenDate::of)
                .injectNull(0.6);
        Arbitrary<Statement> added = Combinators.combine(organization(), organization(), roles, effectiveOn)
                .as((subject, partner, held, on) ->
                        new PartnerAdded(subject, partner, held, List.of(), null, null, on));
        Arbitrary<Statement> removed = Combinators.combine(organization(), organization(), roles, effectiveOn)
                .as((subject, partner, held, on) -> new PartnerRemoved(subject, partner, held, null, on));
        Arbitrary<Statement> claimed = Combinators.combine(
                        organization(),
                        roles,
                        Arbitraries.of(Comparator.class),
                        Arbitraries.integers().between(0, 3),
                        organization().list().ofMaxSize(3))
                .as(PartnerCountClaimed::new);
        return Arbitraries.frequencyOf(Tuple.of(3, added), Tuple.of(2, removed), Tuple.of(1, claimed));
    }

    private static Arbitrary<Amount> amount() {
        Arbitrary<String> currency = Arbitraries.of("USD", "USD", "USD", "EUR");
        Arbitrary<BigDecimal> value = Arbitraries.of("1", "2", "2.0", "5", "9").map(BigDecimal::new);
        Arbitrary<Amount> stated = Combinators.combine(
                        Arbitraries.of(Qualifier.EXACT, Qualifier.UP_TO, Qualifier.AT_LEAST, Qualifier.APPROXIMATELY),
                        value,
                        currency)
                .as((qualifier, number, in) -> new Amount(qualifier, number, null, null, in, null));
        Arbitrary<Amount> range = Combinators.combine(value, currency)
                .as((max, in) -> new Amount(Qualifier.RANGE, null, BigDecimal.ONE, max, in, null));
        Arbitrary<Amount> undisclosed =
                currency.injectNull(0.5).map(in -> new Amount(Qualifier.UNDISCLOSED, null, null, null, in, null));
        return Arbitraries.frequencyOf(Tuple.of(6, stated), Tuple.of(1, range), Tuple.of(2, undisclosed));
    }

    private static Arbitrary<String> deal() {
        return Arbitraries.of("d1", "d2", "d3");
    }

    private static Arbitrary<String> organization() {
        return Arbitraries.of(ORGANIZATIONS);
    }

    private static Arbitrary<String> conditions() {
        return Arbitraries.of("milestones", "notice").injectNull(0.6);
    }
}
