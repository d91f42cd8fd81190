package io.partnerledger.timeline;

import static io.partnerledger.standing.Statements.amended;
import static io.partnerledger.standing.Statements.amount;
import static io.partnerledger.standing.Statements.ended;
import static io.partnerledger.standing.Statements.paid;
import static io.partnerledger.standing.Statements.range;
import static io.partnerledger.standing.Statements.restated;
import static io.partnerledger.standing.Statements.undisclosed;
import static io.partnerledger.standing.Statements.usd;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.corpus.WrittenDate;
import io.partnerledger.deals.Parties;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import io.partnerledger.standing.Remembered;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadlinesTest {

    private final Headlines headlines = new Headlines(
            Remembered.histories(List.of(registered("amazon", "Amazon"), registered("anthropic", "Anthropic")))
                    .registry(1),
            deal -> deal.equals("amazon-anthropic")
                    ? Optional.of(new Parties("amazon", "anthropic", Instrument.EQUITY))
                    : Optional.empty());

    @Test
    void aCommitmentSaysHowMuchHowFirmlyAndInWhichForm() {
        assertThat(headline(made(Stage.BINDING, amount(Qualifier.UP_TO, "2000000000", "USD"), null)))
                .isEqualTo("Amazon commits up to 2,000,000,000 USD to Anthropic (convertible-note, binding)");
        assertThat(headline(made(Stage.NON_BINDING, usd("1.50"), "once it is approved")))
                .isEqualTo("Amazon means to commit 1.5 USD to Anthropic (convertible-note, non-binding, conditional)");
        assertThat(headline(made(Stage.RUMOURED, undisclosed(null), null)))
                .isEqualTo("Amazon is said to commit an undisclosed amount to Anthropic (convertible-note, rumoured)");
        assertThat(headline(made(Stage.BINDING, range("1000", "2000"), " ")))
                .isEqualTo("Amazon commits 1,000 to 2,000 USD to Anthropic (convertible-note, binding)");
    }

    @Test
    void whatHappensToADealNamesItsParties() {
        assertThat(headline(paid(usd("1000"), "first")))
                .isEqualTo("Amazon pays 1,000 USD to Anthropic (amazon-anthropic, first)");
        assertThat(headline(amended(amount(Qualifier.AT_LEAST, "5000", "USD"), Stage.BINDING, "")))
                .isEqualTo("The commitment of Amazon to Anthropic is now at least 5,000 USD, binding,"
                        + " without conditions (amazon-anthropic)");
        assertThat(headline(ended(Outcome.LAPSED)))
                .isEqualTo("The commitment of Amazon to Anthropic is lapsed (amazon-anthropic)");
        assertThat(headline(new Statement.TranchePaid("unheard-of", usd("7"), null)))
                .isEqualTo("7 USD is paid (unheard-of)");
        assertThat(headline(restated("amazon", "anthropic", usd("8000"), "one", "two")))
                .isEqualTo("Amazon restates a total of 8,000 USD to Anthropic (one, two)");
    }

    @Test
    void aPartnerIsNamedWithItsRoles() {
        List<Role> roles = List.of(Role.INVESTOR, Role.CLOUD_PROVIDER, Role.CUSTOMER);
        assertThat(headline(new PartnerAdded(
                        "anthropic", "amazon", roles, List.of("Trainium"), null, null, WrittenDate.of("2024-05"))))
                .isEqualTo("Amazon is investor, cloud-provider and customer of Anthropic from 2024-05 (Trainium)");
        assertThat(headline(new PartnerRemoved("anthropic", "amazon", List.of(), "it moved on", null)))
                .isEqualTo("Amazon is no longer a partner of Anthropic: it moved on");
        assertThat(headline(new PartnerCountClaimed("anthropic", List.of(), Comparator.AT_LEAST, 7, List.of())))
                .isEqualTo("Anthropic has at least 7 partners");
    }

    @Test
    void capacityIsNamedWithItsUnit() {
        Quantity quantity =
                new Quantity(Qualifier.APPROXIMATELY, new BigDecimal("2.2"), null, null, CapacityUnit.GW, null);
        assertThat(headline(new CapacityAnnounced(
                        "amazon",
                        "anthropic",
                        quantity,
                        List.of("Rainier"),
                        CapacityStatus.UNDER_CONSTRUCTION,
                        WrittenDate.of("2027"),
                        "Indiana",
                        null)))
                .isEqualTo("Amazon provides about 2.2 GW to Anthropic"
                        + " (under-construction, Rainier, at Indiana, from 2027)");
    }

    private String headline(Statement statement) {
        return headlines.of(statement);
    }

    private static CommitmentMade made(Stage stage, Amount amount, @Nullable String conditions) {
        return new CommitmentMade(
                "amazon-anthropic",
                "amazon",
                "anthropic",
                Instrument.CONVERTIBLE_NOTE,
                stage,
                amount,
                conditions,
                null);
    }

    private static OrganizationRegistered registered(String id, String name) {
        return new OrganizationRegistered(id, name, List.of(), Identifiers.NONE);
    }
}
