package io.partnerledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.TranchePaid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewJsonTest {

    record Row(
            String zulu,
            @Nullable BigDecimal paid,
            @Nullable BigDecimal lapsed,
            Instrument instrument,
            List<Role> roles,
            @Nullable EventDate since,
            LocalDate validAt,
            Instant asOf,
            boolean openEnded,
            long position,
            Map<Role, Integer> counts,
            @Nullable TranchePaid statement,
            @Nullable String alpha) {

        /** Not a component, so not a field. */
        public boolean isEmpty() {
            return roles.isEmpty();
        }
    }

    @Test
    void everyComponentIsAFieldInItsOrderWithAbsentValuesAsNull() {
        Row row = new Row(
                "z",
                new BigDecimal("4E+9"),
                null,
                Instrument.CLOUD_CREDITS,
                List.of(),
                SampleEvents.date("2026~"),
                LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-01T09:00:00Z"),
                true,
                7,
                new EnumMap<>(Map.of(Role.CHIP_SUPPLIER, 1)),
                null,
                null);

        assertThat(WireJson.view().writeValueAsString(row))
                .isEqualTo("{\"zulu\":\"z\",\"paid\":\"4000000000\",\"lapsed\":null,\"instrument\":\"cloud-credits\","
                        + "\"roles\":[],\"since\":\"2026~\",\"validAt\":\"2026-11-23\","
                        + "\"asOf\":\"2026-11-01T09:00:00Z\",\"openEnded\":true,\"position\":7,"
                        + "\"counts\":{\"chip-supplier\":1},\"statement\":null,\"alpha\":null}");
    }

    record Entry(Statement statement, List<Statement> others) {}

    @Test
    void aStatementCarriesItsKind() {
        CommitmentEnded ended = new CommitmentEnded("cloud-lab-2026", Outcome.CONVERTED);

        assertThat(WireJson.view().writeValueAsString(new Entry(ended, List.of(ended))))
                .isEqualTo("""
                    {"statement":{"kind":"commitment-ended","deal":"cloud-lab-2026","outcome":"converted"},\
                    "others":[{"kind":"commitment-ended","deal":"cloud-lab-2026","outcome":"converted"}]}\
                    """);
    }

    @Test
    void decimalsHaveNeitherExponentNorTrailingZeros() {
        assertThat(WireJson.view()
                        .writeValueAsString(List.of(
                                new BigDecimal("1.500"),
                                new BigDecimal("0E-9"),
                                new BigDecimal("1E-7"),
                                new BigDecimal("-20"))))
                .isEqualTo("[\"1.5\",\"0\",\"0.0000001\",\"-20\"]");
    }
}
