package io.partnerledger.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The parts in which the tables of two builds are compared are the tables, and no row is in two of them. */
class ComparedTest {

    private static final Pattern WITHIN = Pattern.compile("x\\.(\\w+) BETWEEN (-?\\d+) AND (-?\\d+)");

    @Test
    void everyPositionIsInOnePart() {
        for (long last : List.of(0L, 249_999L, 250_000L, 1_000_000L)) {
            for (Compared table : Compared.ALL) {
                if (table.keys().equals(List.of("from_position"))) {
                    assertFollowEachOther(table.parts(last), "from_position", 0, last);
                }
            }
        }
    }

    @Test
    void everyKeyIsInOnePart() {
        for (Compared table : Compared.ALL) {
            if (table.table().equals("key_block")) {
                assertFollowEachOther(table.parts(0), "key", Integer.MIN_VALUE, Integer.MAX_VALUE);
            }
        }
    }

    @Test
    void otherTablesAreWhole() {
        assertThat(Compared.ALL.stream()
                        .filter(table -> table.parts(1_000_000).equals(List.of(table)))
                        .map(Compared::table))
                .containsExactly("announcement_key", "organization_name");
    }

    private static void assertFollowEachOther(List<Compared> parts, String column, long first, long last) {
        List<Long> next = new ArrayList<>(List.of(first));
        for (Compared part : parts) {
            MatchResult within =
                    WITHIN.matcher(part.part()).results().findFirst().orElseThrow();
            assertThat(within.group(1)).isEqualTo(column);
            assertThat(Long.parseLong(within.group(2))).as(part.part()).isEqualTo(next.getLast());
            next.add(Long.parseLong(within.group(3)) + 1);
        }
        assertThat(next.getLast()).isGreaterThan(last);
    }
}
