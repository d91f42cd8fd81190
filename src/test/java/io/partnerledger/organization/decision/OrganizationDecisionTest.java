package io.partnerledger.organization.decision;

import static io.partnerledger.announcement.Samples.SOURCE;
import static io.partnerledger.announcement.Samples.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.partnerledger.announcement.DecisionSpec;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.Identifiers.Ticker;
import io.partnerledger.organization.OrganizationCommand;
import io.partnerledger.organization.OrganizationCommand.AddAlias;
import io.partnerledger.organization.OrganizationCommand.AssignIdentifiers;
import io.partnerledger.organization.OrganizationCommand.MergeOrganization;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.organization.OrganizationCommand.RenameOrganization;
import io.partnerledger.organization.OrganizationCommand.ReverseMerge;
import io.partnerledger.organization.OrganizationEvent;
import io.partnerledger.organization.OrganizationEvent.OrganizationAliasAdded;
import io.partnerledger.organization.OrganizationEvent.OrganizationIdentifierAssigned;
import io.partnerledger.organization.OrganizationEvent.OrganizationMergeReversed;
import io.partnerledger.organization.OrganizationEvent.OrganizationMerged;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.organization.OrganizationEvent.OrganizationRenamed;
import io.partnerledger.organization.decision.OrganizationState.Entry;
import io.partnerledger.organization.decision.OrganizationState.Merged;
import io.partnerledger.organization.decision.OrganizationState.Registered;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrganizationDecisionTest {

    private static final String ID = "facebook";
    private static final Identifiers DOMAIN = new Identifiers(null, null, null, null, "facebook.com");
    private static final OrganizationEvent REGISTERED =
            new OrganizationRegistered(ID, "Facebook", List.of("Facebook, Inc."), DOMAIN);
    private static final OrganizationEvent RENAMED = new OrganizationRenamed(ID, "Meta", null);
    private static final OrganizationEvent MERGED = new OrganizationMerged(ID, "meta", null, null, "one company");

    private static final OrganizationEvent[] NOBODY = {};
    private static final OrganizationEvent[] KNOWN = {REGISTERED};
    private static final OrganizationEvent[] ABSORBED = {REGISTERED, MERGED};

    private final DecisionSpec<OrganizationCommand, OrganizationState, OrganizationEvent> organization =
            new DecisionSpec<>(OrganizationDecider::decide, OrganizationEvolution::evolve, OrganizationState.UNKNOWN);

    @Test
    void anOrganizationIsRegisteredWithAllItIsKnownBy() {
        var identifiers =
                new Identifiers("BQ4BKCS1HXDV9HN80Z93", "Q380", new Ticker("XNAS", "META"), "0001326801", "meta.com");

        organization
                .given()
                .when(new RegisterOrganization("meta", "Meta", List.of("Meta Platforms"), identifiers))
                .then(new OrganizationRegistered("meta", "Meta", List.of("Meta Platforms"), identifiers));
    }

    @Test
    void aFormerNameGoesOnBelongingToIt() {
        organization
                .given(KNOWN)
                .when(new RenameOrganization(ID, 1L, "Meta", null))
                .then(RENAMED);
        organization
                .given(REGISTERED, RENAMED)
                .when(new AddAlias(ID, null, "FACEBOOK"))
                .thenRefused("NOTHING_CHANGED /alias");
    }

    @Test
    void anAliasCanBecomeTheName() {
        organization
                .given(KNOWN)
                .when(new RenameOrganization(ID, null, "Facebook, Inc.", "as filed"))
                .then(new OrganizationRenamed(ID, "Facebook, Inc.", "as filed"));
    }

    @Test
    void identifiersAreAddedToWhatStands() {
        var cik = new Identifiers(null, null, null, "1326801", null);
        var assigned = new OrganizationIdentifierAssigned(ID, cik);

        organization.given(KNOWN).when(new AssignIdentifiers(ID, null, cik)).then(assigned);
        assertThat(organization.after(List.of(REGISTERED, assigned)))
                .isEqualTo(new Registered(
                        2,
                        new Entry(
                                "Facebook",
                                Set.of("facebook", "facebook inc"),
                                new Identifiers(null, null, null, "1326801", "facebook.com"))));
    }

    @Test
    void anAbsorbedOrganizationCanStillBeNamedAndComesBackAsItIs() {
        var alias = new OrganizationAliasAdded(ID, "TheFacebook");
        var reversed = new OrganizationMergeReversed(ID, "two companies");

        organization
                .given(KNOWN)
                .when(new MergeOrganization(ID, 1L, "meta", day("2021-10-28"), SOURCE, "one company"))
                .then(new OrganizationMerged(ID, "meta", day("2021-10-28"), SOURCE, "one company"));
        organization.given(ABSORBED).when(new AddAlias(ID, 2L, "TheFacebook")).then(alias);
        organization
                .given(REGISTERED, MERGED, alias)
                .when(new ReverseMerge(ID, null, "two companies"))
                .then(reversed);
        Entry entry = new Entry("Facebook", Set.of("facebook", "facebook inc", "thefacebook"), DOMAIN);
        assertThat(organization.after(List.of(REGISTERED, MERGED, alias))).isEqualTo(new Merged(3, entry, "meta"));
        assertThat(organization.after(List.of(REGISTERED, MERGED, alias, reversed)))
                .isEqualTo(new Registered(4, entry));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theFaultIsNamedByCodeAndPointer(OrganizationEvent[] given, OrganizationCommand command, String[] faults) {
        organization.given(given).when(command).thenRefused(faults);
    }

    static Stream<Arguments> refusals() {
        var nameless = new Source(null, "", "t", null, null, null, SourceTier.SOCIAL, null, null);
        var malformed = new Identifiers("BQ4BKCS1HXDV9HN80Z9", "380", new Ticker("xnas", " "), "12345678901", "meta");
        return Stream.of(
                refused("registered twice", KNOWN, register("X"), "ALREADY_REGISTERED /id"),
                refused("unknown", NOBODY, new AddAlias(ID, 1L, "X"), "UNKNOWN_ORGANIZATION"),
                refused("stale", ABSORBED, new AddAlias(ID, 1L, ""), "STALE_REVISION"),
                refused(
                        "ill-named",
                        NOBODY,
                        new RegisterOrganization("Face_Book", " ", List.of("", "A b", "a, B"), malformed),
                        "MALFORMED_ID /id",
                        "BLANK /name",
                        "BLANK /aliases/0",
                        "REPEATED_ALIAS /aliases/2",
                        "MALFORMED_IDENTIFIER /identifiers/lei",
                        "MALFORMED_IDENTIFIER /identifiers/wikidata",
                        "MALFORMED_IDENTIFIER /identifiers/cik",
                        "MALFORMED_IDENTIFIER /identifiers/domain",
                        "MALFORMED_IDENTIFIER /identifiers/ticker/mic",
                        "BLANK /identifiers/ticker/symbol"),
                refused("its name as alias", NOBODY, register("Meta", "META"), "REPEATED_ALIAS /aliases/0"),
                refused("same name", KNOWN, rename("Facebook", null), "NOTHING_CHANGED /name"),
                refused("blank name", KNOWN, rename("...", " "), "BLANK /name", "BLANK /reason"),
                refused("known alias", KNOWN, new AddAlias(ID, null, "facebook inc"), "NOTHING_CHANGED /alias"),
                refused("blank alias", KNOWN, new AddAlias(ID, null, " "), "BLANK /alias"),
                refused("no identifiers", KNOWN, new AssignIdentifiers(ID, null, Identifiers.NONE), "NO_IDENTIFIERS"),
                refused("same identifiers", KNOWN, new AssignIdentifiers(ID, null, DOMAIN), "NOTHING_CHANGED"),
                refused("wrong check digits", KNOWN, lei("BQ4BKCS1HXDV9HN80Z39"), "MALFORMED_IDENTIFIER /lei"),
                refused("lower case", KNOWN, lei("bq4bkcs1hxdv9hn80z93"), "MALFORMED_IDENTIFIER /lei"),
                refused(
                        "merged into itself, for no reason",
                        KNOWN,
                        new MergeOrganization(ID, null, ID, null, nameless, ""),
                        "MERGE_INTO_ITSELF /into",
                        "BLANK /source/publisher",
                        "BLANK /reason"),
                refused("into nobody", KNOWN, new MergeOrganization(ID, null, "", null, null, "r"), "BLANK /into"),
                refused(
                        "merged twice",
                        ABSORBED,
                        new MergeOrganization(ID, null, "other", null, null, "r"),
                        "ALREADY_MERGED"),
                refused("not merged", KNOWN, new ReverseMerge(ID, null, ""), "NOT_MERGED"),
                refused("reversed for no reason", ABSORBED, new ReverseMerge(ID, null, ""), "BLANK /reason"));
    }

    private static OrganizationCommand register(String name, String... aliases) {
        return new RegisterOrganization(ID, name, List.of(aliases), Identifiers.NONE);
    }

    private static OrganizationCommand rename(String name, @Nullable String reason) {
        return new RenameOrganization(ID, null, name, reason);
    }

    private static OrganizationCommand lei(String lei) {
        return new AssignIdentifiers(ID, null, new Identifiers(lei, null, null, null, null));
    }

    private static Arguments refused(
            String name, OrganizationEvent[] given, OrganizationCommand command, String... faults) {
        return argumentSet(name + ": " + faults[0], given, command, faults);
    }
}
