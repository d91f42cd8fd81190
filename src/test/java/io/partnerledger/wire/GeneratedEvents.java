package io.partnerledger.wire;

import static io.partnerledger.wire.GeneratedValues.amount;
import static io.partnerledger.wire.GeneratedValues.date;
import static io.partnerledger.wire.GeneratedValues.identifiers;
import static io.partnerledger.wire.GeneratedValues.quantity;
import static io.partnerledger.wire.GeneratedValues.slug;
import static io.partnerledger.wire.GeneratedValues.source;
import static io.partnerledger.wire.GeneratedValues.text;
import static io.partnerledger.wire.GeneratedValues.texts;
import static net.jqwik.api.Combinators.combine;

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
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Source;
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
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.jspecify.annotations.NullUnmarked;

/** Events of every type as the edge would let them in: any storable text, any amount, any field absent that may be. */
@NullUnmarked
class GeneratedEvents extends DomainContextBase {

    @Provide
    Arbitrary<Record> events() {
        return Arbitraries.oneOf(announcementEvents(), organizationEvents());
    }

    private static Arbitrary<Record> announcementEvents() {
        Arbitrary<Source> maybeSource = source().injectNull(0.5);
        Arbitrary<String> maybe = text().injectNull(0.5);
        Arbitrary<List<Integer>> indexes =
                Arbitraries.integers().between(0, 9).list().ofMaxSize(3);
        Arbitrary<Long> revisions = Arbitraries.longs().between(1, Long.MAX_VALUE);
        return Arbitraries.oneOf(
                combine(slug(), date(), source(), statements()).as(AnnouncementRecorded::new),
                combine(
                                slug(),
                                text(),
                                maybeSource,
                                maybeSource,
                                date().injectNull(0.5),
                                statements().injectNull(0.5))
                        .as(AnnouncementCorrected::new),
                combine(slug(), revisions, maybe, source(), indexes).as(AnnouncementDisputed::new),
                combine(slug(), revisions, maybe, source(), indexes).as(AnnouncementCorroborated::new),
                combine(slug(), Arbitraries.of(Rank.class), text()).as(AnnouncementRanked::new),
                combine(slug(), slug(), text()).as(AnnouncementDuplicateLinked::new),
                combine(slug(), maybe).as(AnnouncementDuplicateUnlinked::new),
                combine(slug(), text(), maybeSource).as(AnnouncementRetracted::new),
                combine(slug(), text(), maybeSource).as(AnnouncementReinstated::new));
    }

    private static Arbitrary<Record> organizationEvents() {
        Arbitrary<Source> maybeSource = source().injectNull(0.5);
        return Arbitraries.oneOf(
                combine(slug(), text(), texts(), identifiers()).as(OrganizationRegistered::new),
                combine(slug(), text(), text().injectNull(0.5)).as(OrganizationRenamed::new),
                combine(slug(), text()).as(OrganizationAliasAdded::new),
                combine(slug(), identifiers()).as(OrganizationIdentifierAssigned::new),
                combine(slug(), slug(), date().injectNull(0.5), maybeSource, text())
                        .as(OrganizationMerged::new),
                combine(slug(), text()).as(OrganizationMergeReversed::new));
    }

    private static Arbitrary<List<Statement>> statements() {
        Arbitrary<String> maybe = text().injectNull(0.5);
        Arbitrary<EventDate> maybeDate = date().injectNull(0.5);
        Arbitrary<List<Role>> roles =
                Arbitraries.of(Role.class).list().uniqueElements().ofMaxSize(3);
        Arbitrary<Stage> stages = Arbitraries.of(Stage.class);
        Arbitrary<Statement> statement = Arbitraries.oneOf(
                combine(
                                slug(),
                                slug(),
                                roles,
                                texts(),
                                maybe,
                                Arbitraries.of(true, false).injectNull(0.5),
                                maybeDate)
                        .as(PartnerAdded::new),
                combine(slug(), slug(), roles, maybe, maybeDate).as(PartnerRemoved::new),
                combine(slug(), slug(), slug(), Arbitraries.of(Instrument.class), stages, amount(), maybe, maybe)
                        .as(CommitmentMade::new),
                combine(
                                slug(),
                                amount().injectNull(0.5),
                                stages.injectNull(0.5),
                                Arbitraries.oneOf(maybe, Arbitraries.just("")))
                        .as(CommitmentAmended::new),
                combine(slug(), amount(), maybe).as(TranchePaid::new),
                combine(slug(), Arbitraries.of(Outcome.class)).as(CommitmentEnded::new),
                combine(
                                slug(),
                                slug(),
                                quantity(),
                                texts(),
                                Arbitraries.of(CapacityStatus.class),
                                maybeDate,
                                maybe,
                                slug().injectNull(0.5))
                        .as(CapacityAnnounced::new),
                combine(
                                slug(),
                                roles,
                                Arbitraries.of(Comparator.class),
                                Arbitraries.integers().greaterOrEqual(0),
                                texts())
                        .as(PartnerCountClaimed::new),
                combine(slug(), slug(), amount(), slug().list().ofMaxSize(2)).as(TotalRestated::new));
        return statement.list().ofMaxSize(4);
    }
}
