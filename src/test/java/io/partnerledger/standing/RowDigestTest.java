package io.partnerledger.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Builds whose rows differ have sums that differ, also where they differ as a fault in the program would have it. */
class RowDigestTest {

    private static final int ROWS = 400;
    private static final String DIGEST = RowDigest.OF_NUMBERS.of(List.of("at", "says"));

    /** As of some events that each are the first of an announcement, and some that change one of a little before. */
    @Property(tries = 40)
    void whatIsExchangedMovedOrPutInAnothersPlaceShows(
            @ForAll @IntRange(max = 2_000_000) int first, @ForAll @IntRange(min = 1, max = 50) int apart)
            throws SQLException {
        try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement sql = memory.createStatement()) {
            sql.execute("CREATE TABLE row (at INTEGER PRIMARY KEY, says INTEGER)");
            for (int i = 0; i < ROWS; i++) {
                int at = first + i;
                sql.execute("INSERT INTO row VALUES (%d, %d)".formatted(at, i % 7 == 6 ? at - 5 : at));
            }
            int odd = first | 1;
            String exchanged = exchanged(odd + 30, odd + 30 + apart);
            String another = exchanged(odd + 200, odd + 200 + apart);
            for (String fault : List.of(
                    exchanged(odd + 30, odd + 31),
                    exchanged(odd + 31, odd + 32),
                    exchanged,
                    exchanged + " + " + another,
                    exchanged + " - " + another,
                    "(at BETWEEN %1$d AND %1$d + %2$d)".formatted(odd, apart),
                    "(at = %1$d) - (at = %1$d + %2$d)".formatted(odd, apart),
                    "(at = %1$d) - 2 * (at = %1$d + %2$d) + (at = %1$d + 2 * %2$d)".formatted(odd, apart),
                    "(at %% 2) * 2 - 1".formatted())) {
                String says = "says + " + fault;
                assertThat(sum(sql, DIGEST.replace("says", "(" + says + ")")))
                        .as(says)
                        .isNotEqualTo(sum(sql, DIGEST));
            }
        }
    }

    /** What two rows that say so much apart say more or less where each says what the other did. */
    private static String exchanged(int one, int other) {
        return "(at = %1$d) * %3$d - (at = %2$d) * %3$d".formatted(one, other, other - one);
    }

    private static long sum(Statement sql, String digest) throws SQLException {
        try (ResultSet row = sql.executeQuery("SELECT sum(" + digest + ") FROM row")) {
            return row.getLong(1);
        }
    }
}
