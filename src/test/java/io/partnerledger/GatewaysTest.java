package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.AnnouncementCommand.CorrectAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RetractAnnouncement;
import io.partnerledger.announcement.Changed;
import io.partnerledger.announcement.Edtf;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.log.Answered;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationCommand.RegisterOrganization;
import io.partnerledger.standing.At;
import io.partnerledger.totals.FindTotals;
import io.partnerledger.totals.TotalsAnswer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The ledger without HTTP, as whoever embeds it in a JVM uses it: through Axon's gateways and processors. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewaysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Source SOURCE =
            new Source(null, "The Paper", "A deal", null, null, null, SourceTier.NAMED_REPORTING, null, null);

    @TempDir
    static Path home;

    private RunningLedger ledger;
    private CommandGateway commands;
    private QueryGateway queries;

    @BeforeAll
    void start() {
        ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none");
        commands = ledger.context().getBean(CommandGateway.class);
        queries = ledger.context().getBean(QueryGateway.class);
        for (String id : List.of("anthropic", "google")) {
            Changed registered = commands.sendAndWait(new RegisterOrganization(id, id, List.of(), Identifiers.NONE));
            assertThat(registered.revision()).isEqualTo(1);
        }
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @Test
    void recordsCorrectsAndAnswersAtEveryPosition() {
        long recorded = send(record("one", "2000000000"));
        long corrected = send(new CorrectAnnouncement(
                "one", 1L, "the filing says so", null, null, null, List.of(commitment("one", "3000000000"))));

        assertThat(committed("one", At.validAt(DAY).asOfPosition(recorded))).isEqualByComparingTo("2000000000");
        assertThat(committed("one", new At(DAY, null, corrected))).isEqualByComparingTo("3000000000");
        assertThatThrownBy(() -> commands.sendAndWait(new RetractAnnouncement("one", 1L, "seen too late", null)))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aResetProcessorReplaysToTheSameAnswer() {
        long recorded = send(record("two", "5"));
        assertThat(committed("two", new At(DAY, null, recorded))).isEqualByComparingTo("5");
        StreamingEventProcessor processor = ledger.context()
                .getBean(EventProcessingConfiguration.class)
                .eventProcessor("standing", StreamingEventProcessor.class)
                .orElseThrow();

        processor.shutDown();
        processor.resetTokens();
        assertThat(totals(null, At.NOW).rows()).as("of views that are empty").isEmpty();
        processor.start();

        assertThat(committed("two", new At(DAY, null, recorded))).isEqualByComparingTo("5");
        assertThat(totals(null, new At(DAY, null, recorded)).rows())
                .anyMatch(row -> row.dealSlugs().contains("two"));
    }

    @Test
    void whatIsRecordedTwiceIsRefusedForTheReasonThatTheLedgerHas() {
        send(record("three", "7"));
        assertThatThrownBy(() -> commands.sendAndWait(record("three", "7")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.rejections())
                                .extracting(Rejection::code)
                                .containsExactly(Rejection.Code.ALREADY_RECORDED));
    }

    private long send(Object command) {
        Answered<Changed> answered = Answered.by(() -> commands.sendAndWait(command));
        return answered.appended().orElseThrow().lastPosition();
    }

    private BigDecimal committed(String deal, At at) {
        return totals("google", at).rows().stream()
                .filter(row -> row.dealSlugs().contains(deal))
                .findFirst()
                .orElseThrow()
                .committed();
    }

    private TotalsAnswer totals(@Nullable String subject, At at) {
        return queries.query(new FindTotals(subject, at, false), TotalsAnswer.class)
                .join();
    }

    private static RecordAnnouncement record(String id, String amount) {
        return new RecordAnnouncement(id, Edtf.parse("2026-05"), SOURCE, List.of(commitment(id, amount)));
    }

    /** Each deal is in an instrument of its own, and so in a row of its own. */
    private static Statement commitment(String deal, String amount) {
        return new CommitmentMade(
                deal,
                "google",
                "anthropic",
                deal.equals("one") ? Instrument.EQUITY : Instrument.DEBT,
                Stage.BINDING,
                new Amount(Qualifier.EXACT, new BigDecimal(amount), null, null, "USD", null),
                null,
                null);
    }
}
