package io.partnerledger.wire;

import static java.util.stream.Collectors.toMap;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDisputed;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateUnlinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRanked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementReinstated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRetracted;
import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.Edtf;
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
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One event of every type with every field filled, and all nine kinds of statement. */
final class SampleEvents {

    private static final String ID = "a20260506-k3v9q0zt";

    static final Source SOURCE = new Source(
            "https://example.com/news?id=1&lang=en",
            "Example Wire",
            "Lab adds \"cloud\" provider – über Nacht",
            "A. Writer",
            date("2026-05-06"),
            date("2026-05-07T08:30:00Z"),
            SourceTier.NAMED_REPORTING,
            "adds a provider",
            "Example Filing 7");

    static final List<Statement> STATEMENTS = List.of(
            new PartnerAdded(
                    "lab",
                    "cloud",
                    List.of(Role.CLOUD_PROVIDER, Role.DATA_CENTER_PROVIDER),
                    List.of("Rack"),
                    "training",
                    true,
                    date("2026-06")),
            new PartnerRemoved("lab", "cloud", List.of(Role.INVESTOR), "sold its stake", date("2026~")),
            new CommitmentMade(
                    "cloud-lab-2026",
                    "cloud",
                    "lab",
                    Instrument.CONVERTIBLE_NOTE,
                    Stage.NON_BINDING,
                    amount(Qualifier.UP_TO, "4000000000.5", "$4 billion and a bit"),
                    "on delivery",
                    "2026/2030"),
            new CommitmentAmended(
                    "cloud-lab-2026",
                    new Amount(Qualifier.RANGE, null, new BigDecimal("1"), new BigDecimal("2"), "EUR", null),
                    Stage.BINDING,
                    "none"),
            new TranchePaid("cloud-lab-2026", amount(Qualifier.EXACT, "1250000000", "$1.25 billion"), "first"),
            new CommitmentEnded("cloud-lab-2026", Outcome.CONVERTED),
            new CapacityAnnounced(
                    "cloud",
                    "lab",
                    new Quantity(
                            Qualifier.APPROXIMATELY,
                            new BigDecimal("0.3"),
                            null,
                            null,
                            CapacityUnit.GW,
                            "300 megawatts"),
                    List.of("Trainium"),
                    CapacityStatus.UNDER_CONSTRUCTION,
                    date("2027/.."),
                    "Memphis",
                    "cloud-lab-2026"),
            new PartnerCountClaimed(
                    "lab", List.of(Role.COMPUTE_PROVIDER), Comparator.AT_LEAST, 7, List.of("cloud", "chips")),
            new TotalRestated(
                    "cloud",
                    "lab",
                    new Amount(Qualifier.UNDISCLOSED, null, null, null, "USD", "billions"),
                    List.of("cloud-lab-2026")));

    private static final Identifiers IDENTIFIERS = new Identifiers(
            "529900T8BM49AURSDO55", "Q42", new Identifiers.Ticker("XNAS", "LAB"), "0001018724", "lab.example");

    private static final List<Record> ALL = List.of(
            new OrganizationRegistered("lab", "Lab", List.of("Lab PBC", "The Lab"), IDENTIFIERS),
            new OrganizationRenamed("lab", "Laboratory", "rebranding"),
            new OrganizationAliasAdded("lab", "L.A.B."),
            new OrganizationIdentifierAssigned("lab", IDENTIFIERS),
            new OrganizationMerged("lab", "cloud", date("2026-02-02"), SOURCE, "acquired"),
            new OrganizationMergeReversed("lab", "the deal fell through"),
            new AnnouncementRecorded(ID, date("2026-05"), SOURCE, STATEMENTS),
            new AnnouncementCorrected(ID, "misread", SOURCE, SOURCE, date("2026-05-06"), STATEMENTS),
            new AnnouncementDisputed(ID, 2, "says otherwise", SOURCE, List.of(0, 2)),
            new AnnouncementCorroborated(ID, 3, "says so too", SOURCE, List.of(1)),
            new AnnouncementRanked(ID, Rank.PREFERRED, "the filing itself"),
            new AnnouncementDuplicateLinked(ID, "a20260505-7h2m4x0q", "the same words"),
            new AnnouncementDuplicateUnlinked(ID, "it says more"),
            new AnnouncementRetracted(ID, "withdrawn by its publisher", SOURCE),
            new AnnouncementReinstated(ID, "confirmed after all", SOURCE));

    private static final Map<String, Record> BY_TYPE =
            ALL.stream().collect(toMap(event -> EventTypes.of(event).name(), event -> event));

    private SampleEvents() {}

    static Stream<Record> all() {
        return ALL.stream();
    }

    static Record of(EventType type) {
        return Objects.requireNonNull(BY_TYPE.get(type.name()));
    }

    static Amount amount(Qualifier qualifier, String value, String printed) {
        return new Amount(qualifier, new BigDecimal(value), null, null, "USD", printed);
    }

    static EventDate date(String written) {
        return Edtf.parse(written);
    }
}
