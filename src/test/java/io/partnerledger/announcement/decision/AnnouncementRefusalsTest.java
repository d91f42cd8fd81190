package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Samples.ADDED;
import static io.partnerledger.announcement.Samples.DAY;
import static io.partnerledger.announcement.Samples.ID;
import static io.partnerledger.announcement.Samples.MADE;
import static io.partnerledger.announcement.Samples.SOURCE;
import static io.partnerledger.announcement.Samples.added;
import static io.partnerledger.announcement.Samples.made;
import static io.partnerledger.announcement.Samples.record;
import static io.partnerledger.announcement.Samples.recorded;
import static io.partnerledger.announcement.Samples.usd;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementCommand.CorrectAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.CorroborateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.DisputeAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.LinkDuplicate;
import io.partnerledger.announcement.AnnouncementCommand.RankAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.ReinstateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RetractAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.UnlinkDuplicate;
import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.DecisionSpec;
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
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AnnouncementRefusalsTest {

    private static final AnnouncementEvent[] NOTHING = {};
    private static final AnnouncementEvent[] STANDING = {recorded(ADDED, MADE)};
    private static final AnnouncementEvent[] LINKED = {
        recorded(ADDED), new AnnouncementDuplicateLinked(ID, "first", "same text")
    };
    private static final AnnouncementEvent[] RETRACTED = {
        recorded(ADDED), new AnnouncementRetracted(ID, "withdrawn", null)
    };
    private static final Source NAMELESS = new Source(" ", "", " ", null, null, null, SourceTier.SOCIAL, null, null);

    private final DecisionSpec<AnnouncementCommand, AnnouncementState, AnnouncementEvent> announcement =
            new DecisionSpec<>(AnnouncementDecider::decide, AnnouncementEvolution::evolve, AnnouncementState.ABSENT);

    @ParameterizedTest
    @MethodSource({"byState", "byWhatWasSent", "byStatements", "byAmounts"})
    void theFaultIsNamedByCodeAndPointer(AnnouncementEvent[] given, AnnouncementCommand command, String[] faults) {
        announcement.given(given).when(command).thenRefused(faults);
    }

    static Stream<Arguments> byState() {
        return Stream.of(
                refused("recorded twice", STANDING, record(MADE), "ALREADY_RECORDED"),
                refused("recorded after retraction", RETRACTED, record(MADE), "ALREADY_RECORDED"),
                refused("nothing there", NOTHING, retract(null, "r"), "UNKNOWN_ANNOUNCEMENT"),
                refused("nothing there to be stale", NOTHING, retract(3L, "r"), "UNKNOWN_ANNOUNCEMENT"),
                refused("seen too early", LINKED, retract(1L, ""), "STALE_REVISION"),
                refused("seen in the future", STANDING, retract(2L, "r"), "STALE_REVISION"),
                refused("stale and retracted", RETRACTED, retract(1L, "r"), "STALE_REVISION"),
                refused("retracted twice", RETRACTED, retract(null, ""), "RETRACTED"),
                refused("correction", RETRACTED, correct("r", null, List.of(MADE)), "RETRACTED"),
                refused("dispute", RETRACTED, dispute(null, SOURCE, 0), "RETRACTED"),
                refused("corroboration", RETRACTED, corroborate(SOURCE, 0), "RETRACTED"),
                refused("rank", RETRACTED, rank(Rank.PREFERRED, "r"), "RETRACTED"),
                refused("link", RETRACTED, link("first", "r"), "RETRACTED"),
                refused("unlink", RETRACTED, new UnlinkDuplicate(ID, null, null), "RETRACTED"),
                refused("reinstatement", STANDING, reinstate("r"), "NOT_RETRACTED"),
                refused("same rank", STANDING, rank(Rank.NORMAL, "r"), "NOTHING_CHANGED /rank"),
                refused("same link", LINKED, link("first", "r"), "NOTHING_CHANGED /duplicateOf"),
                refused("no link", STANDING, new UnlinkDuplicate(ID, null, null), "NOT_LINKED"));
    }

    static Stream<Arguments> byWhatWasSent() {
        return Stream.of(
                refused("blank retraction", STANDING, retract(null, " "), "BLANK /reason"),
                refused("blank reinstatement", RETRACTED, reinstate(""), "BLANK /reason"),
                refused("blank rank", STANDING, rank(Rank.PREFERRED, ""), "BLANK /reason"),
                refused("blank link", STANDING, link("", ""), "BLANK /reason", "BLANK /duplicateOf"),
                refused("blank unlink", LINKED, new UnlinkDuplicate(ID, null, ""), "BLANK /reason"),
                refused("linked to itself", STANDING, link(ID, "r"), "DUPLICATE_OF_ITSELF /duplicateOf"),
                refused("nothing given", STANDING, correct("r", null, null), "NOTHING_CHANGED"),
                refused(
                        "nothing different, for no reason",
                        STANDING,
                        new CorrectAnnouncement(
                                ID, null, "", null, SOURCE, DAY, List.of(ADDED, made(usd("4000000000.00")))),
                        "BLANK /reason",
                        "NOTHING_CHANGED"),
                refused("no statements left", STANDING, correct("r", null, List.of()), "NO_STATEMENTS /statements"),
                refused(
                        "nameless sources",
                        STANDING,
                        new CorrectAnnouncement(ID, null, "r", NAMELESS, NAMELESS, null, null),
                        "BLANK /evidence/publisher",
                        "BLANK /evidence/title",
                        "BLANK /evidence/url",
                        "BLANK /source/publisher",
                        "BLANK /source/title",
                        "BLANK /source/url"),
                refused(
                        "dispute of what is not there",
                        STANDING,
                        dispute("", NAMELESS, 0, 2, -1),
                        "BLANK /reason",
                        "NO_SUCH_STATEMENT /statements/1",
                        "NO_SUCH_STATEMENT /statements/2",
                        "BLANK /source/publisher",
                        "BLANK /source/title",
                        "BLANK /source/url"),
                refused(
                        "corroboration of what is not there",
                        STANDING,
                        corroborate(SOURCE, 7),
                        "NO_SUCH_STATEMENT /statements/0"));
    }

    static Stream<Arguments> byStatements() {
        return Stream.of(
                recording(new Statement[0], "NO_STATEMENTS /statements"),
                recording(
                        new Statement[] {ADDED, added("x", "x"), added("", "y", Role.CUSTOMER)},
                        "SAME_PARTY /statements/1/partner",
                        "NO_ROLES /statements/1/roles",
                        "BLANK /statements/2/subject"),
                recording(
                        new PartnerRemoved("x", "x", List.of(), " ", null),
                        "SAME_PARTY /statements/0/partner",
                        "BLANK /statements/0/reason"),
                recording(
                        new CommitmentMade("", "x", "x", Instrument.DEBT, Stage.BINDING, usd("1"), "", " "),
                        "BLANK /statements/0/deal",
                        "SAME_PARTY /statements/0/to",
                        "BLANK /statements/0/conditions",
                        "BLANK /statements/0/period"),
                recording(new CommitmentAmended("d", null, null, null), "NOTHING_CHANGED /statements/0"),
                recording(
                        new CommitmentAmended(" ", usd("-1"), null, null),
                        "BLANK /statements/0/deal",
                        "NEGATIVE /statements/0/amount/value"),
                recording(
                        new TranchePaid("", usd("-1"), ""),
                        "BLANK /statements/0/deal",
                        "NEGATIVE /statements/0/amount/value",
                        "BLANK /statements/0/tranche"),
                recording(new CommitmentEnded("", Outcome.LAPSED), "BLANK /statements/0/deal"),
                recording(
                        new CapacityAnnounced(
                                "x",
                                "x",
                                new Quantity(Qualifier.EXACT, null, null, null, CapacityUnit.GW, null),
                                List.of("tpu", ""),
                                CapacityStatus.PLANNED,
                                null,
                                "",
                                ""),
                        "SAME_PARTY /statements/0/customer",
                        "AMOUNT_MISSING /statements/0/quantity/value",
                        "BLANK /statements/0/products/1",
                        "BLANK /statements/0/site",
                        "BLANK /statements/0/deal"),
                recording(
                        new PartnerCountClaimed("", List.of(), Comparator.ABOUT, -1, List.of("x", " ")),
                        "BLANK /statements/0/subject",
                        "NEGATIVE /statements/0/count",
                        "BLANK /statements/0/named/1"),
                recording(
                        new TotalRestated("x", "x", usd("-1"), List.of("")),
                        "SAME_PARTY /statements/0/to",
                        "NEGATIVE /statements/0/amount/value",
                        "BLANK /statements/0/covers/0"));
    }

    static Stream<Arguments> byAmounts() {
        String at = "/statements/0/amount";
        Stream<Arguments> ofOneNumber = Stream.of(
                        Qualifier.EXACT, Qualifier.UP_TO, Qualifier.AT_LEAST, Qualifier.APPROXIMATELY)
                .flatMap(qualifier -> Stream.of(
                        recording(made(amount(qualifier, null, null, null, "USD")), "AMOUNT_MISSING " + at + "/value"),
                        recording(
                                made(amount(qualifier, 1, 1, 2, null)),
                                "AMOUNT_NOT_ALLOWED " + at + "/min",
                                "AMOUNT_NOT_ALLOWED " + at + "/max",
                                "CURRENCY_MISSING " + at + "/currency")));
        return Stream.concat(
                ofOneNumber,
                Stream.of(
                        recording(
                                made(amount(Qualifier.RANGE, 1, null, null, " ")),
                                "AMOUNT_NOT_ALLOWED " + at + "/value",
                                "AMOUNT_MISSING " + at + "/min",
                                "AMOUNT_MISSING " + at + "/max",
                                "CURRENCY_MISSING " + at + "/currency"),
                        recording(
                                made(amount(Qualifier.RANGE, null, 2, -1, "USD")),
                                "NEGATIVE " + at + "/max",
                                "RANGE_REVERSED " + at + "/min"),
                        recording(
                                made(amount(Qualifier.UNDISCLOSED, 0, 0, 0, null)),
                                "AMOUNT_NOT_ALLOWED " + at + "/value",
                                "AMOUNT_NOT_ALLOWED " + at + "/min",
                                "AMOUNT_NOT_ALLOWED " + at + "/max")));
    }

    private static Amount amount(
            Qualifier qualifier,
            @Nullable Integer value,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable String currency) {
        return new Amount(qualifier, decimal(value), decimal(min), decimal(max), currency, null);
    }

    private static @Nullable BigDecimal decimal(@Nullable Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static Arguments refused(
            String name, AnnouncementEvent[] given, AnnouncementCommand command, String... faults) {
        return argumentSet(name + ": " + faults[0], given, command, faults);
    }

    private static Arguments recording(Statement statement, String... faults) {
        return recording(new Statement[] {statement}, faults);
    }

    private static Arguments recording(Statement[] statements, String... faults) {
        var command = new RecordAnnouncement(ID, DAY, SOURCE, List.of(statements));
        return argumentSet(String.join(", ", faults), NOTHING, command, faults);
    }

    private static AnnouncementCommand retract(@Nullable Long revision, String reason) {
        return new RetractAnnouncement(ID, revision, reason, null);
    }

    private static AnnouncementCommand reinstate(String reason) {
        return new ReinstateAnnouncement(ID, null, reason, null);
    }

    private static AnnouncementCommand rank(Rank rank, String reason) {
        return new RankAnnouncement(ID, null, rank, reason);
    }

    private static AnnouncementCommand link(String duplicateOf, String reason) {
        return new LinkDuplicate(ID, null, duplicateOf, reason);
    }

    private static AnnouncementCommand correct(
            String reason, @Nullable Source source, @Nullable List<Statement> statements) {
        return new CorrectAnnouncement(ID, null, reason, null, source, null, statements);
    }

    private static AnnouncementCommand dispute(@Nullable String reason, Source source, Integer... indexes) {
        return new DisputeAnnouncement(ID, null, reason, source, List.of(indexes));
    }

    private static AnnouncementCommand corroborate(Source source, Integer... indexes) {
        return new CorroborateAnnouncement(ID, null, null, source, List.of(indexes));
    }
}
