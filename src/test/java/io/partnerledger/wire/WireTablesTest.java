package io.partnerledger.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement;
import io.partnerledger.organization.OrganizationEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WireTablesTest {

    @Test
    void everyEventHasAStoredName() {
        assertThat(EventTypes.all().stream().map(EventType::event))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of(AnnouncementEvent.class.getPermittedSubclasses()),
                                Stream.of(OrganizationEvent.class.getPermittedSubclasses()))
                        .map(type -> type.<Record>asSubclass(Record.class))
                        .toList());
    }

    @Test
    void storedNamesNeverChange() {
        assertThat(EventTypes.all().stream().map(EventType::name))
                .containsExactly(
                        "organization.registered",
                        "organization.renamed",
                        "organization.alias-added",
                        "organization.identifier-assigned",
                        "organization.merged",
                        "organization.merge-reversed",
                        "announcement.recorded",
                        "announcement.corrected",
                        "announcement.disputed",
                        "announcement.corroborated",
                        "announcement.ranked",
                        "announcement.duplicate-linked",
                        "announcement.duplicate-unlinked",
                        "announcement.retracted",
                        "announcement.reinstated");
    }

    @Test
    void everyStatementHasAKindThatNeverChanges() {
        assertThat(StatementKinds.all())
                .containsExactly(
                        "partner-added",
                        "partner-removed",
                        "commitment-made",
                        "commitment-amended",
                        "tranche-paid",
                        "commitment-ended",
                        "capacity-announced",
                        "partner-count-claimed",
                        "total-restated");
        assertThat(StatementKinds.all().stream()
                        .map(kind -> StatementKinds.named(kind).orElseThrow().getName()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Statement.class.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
        assertThat(StatementKinds.named("party")).isEmpty();
    }

    @Test
    void enumValuesAreKebabCaseInBothDirections() {
        assertThat(EnumNames.of(Role.DATA_CENTER_PROVIDER)).isEqualTo("data-center-provider");
        assertThat(EnumNames.parse(Role.class, "data-center-provider")).contains(Role.DATA_CENTER_PROVIDER);
        assertThat(EnumNames.parse(Role.class, "DATA_CENTER_PROVIDER")).isEmpty();
        assertThat(EnumNames.all(Role.class))
                .startsWith("investor", "cloud-provider")
                .hasSize(12);
    }

    @Test
    void aStreamIsNamedForWhatItIsAbout() {
        assertThat(SampleEvents.all().map(StreamIds::of).distinct())
                .containsExactly("organization/lab", "announcement/a20260506-k3v9q0zt");
        assertThatThrownBy(() -> StreamIds.of("text")).isInstanceOf(IllegalArgumentException.class);
    }
}
