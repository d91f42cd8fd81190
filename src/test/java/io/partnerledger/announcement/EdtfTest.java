package io.partnerledger.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfTest {

    @ParameterizedTest
    @CsvSource({
        "2026,                      2026-01-01, 2026-12-31",
        "2026-05,                   2026-05-01, 2026-05-31",
        "2024-02,                   2024-02-01, 2024-02-29",
        "2026-05-07,                2026-05-07, 2026-05-07",
        "2026-05-07T23:59:59Z,      2026-05-07, 2026-05-07",
        "2026-05-07T23:59:59.5+02,  2026-05-07, 2026-05-07",
        "2026-05-07T00:00:00-09:30, 2026-05-07, 2026-05-07",
        "2026-05-07T00:00:00,       2026-05-07, 2026-05-07",
        "2026?,                     2026-01-01, 2026-12-31",
        "2026~,                     2026-01-01, 2026-12-31",
        "2026-05%,                  2026-05-01, 2026-05-31",
        "2026-05-07?,               2026-05-07, 2026-05-07",
        "202X,                      2020-01-01, 2029-12-31",
        "202X~,                     2020-01-01, 2029-12-31",
        "20XX,                      2000-01-01, 2099-12-31",
        "00XX,                      0001-01-01, 0099-12-31",
        "2026-XX,                   2026-01-01, 2026-12-31",
        "2026-XX-XX,                2026-01-01, 2026-12-31",
        "2026-05-XX,                2026-05-01, 2026-05-31",
        "2026-21,                   2026-03-01, 2026-05-31",
        "2026-22,                   2026-06-01, 2026-08-31",
        "2026-23,                   2026-09-01, 2026-11-30",
        "2026-24,                   2026-12-01, 2027-02-28",
        "9999-24,                   9999-12-01, 9999-12-31",
        "2026/2027,                 2026-01-01, 2027-12-31",
        "2026-05-15/2026-05,        2026-05-15, 2026-05-31",
        "2026~/2026-06?,            2026-01-01, 2026-06-30",
        "../2026,                   0001-01-01, 2026-12-31",
        "/2026-05,                  0001-01-01, 2026-05-31",
        "2026/..,                   2026-01-01,",
        "2027-05-01/,               2027-05-01,",
        "0001-01-01,                0001-01-01, 0001-01-01",
        "9999-12-31,                9999-12-31, 9999-12-31"
    })
    void aDateKeepsItsWordsAndKnowsTheDaysItCanMean(String written, LocalDate earliest, LocalDate latest) {
        assertThat(Edtf.parse(written)).isEqualTo(new EventDate(written, earliest, latest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 2026",
                "2026 ",
                "26",
                "0000",
                "0000-01",
                "-0044",
                "Y17000",
                "2026-00",
                "2026-13",
                "2026-20",
                "2026-25",
                "2026-21-05",
                "2026-02-29",
                "2026-04-31",
                "2026-05-00",
                "2026-5-7",
                "20260507",
                "07/05/2026",
                "May 2026",
                "2XXX",
                "XXXX",
                "2X26",
                "202X-05",
                "2026-XX-05",
                "2026??",
                "~2026",
                "2026-05-07T25:00:00Z",
                "2026-05-07T10:00:00+19:00",
                "2026-05-07T10:00",
                "2026-02-30T10:00:00Z",
                "2027/2026",
                "2026-05/2026-04-30",
                "../..",
                "/",
                "../",
                "2026/2027/2028",
                "2026-05-07T10:00:00Z/2027",
                "2026...",
                "２０２６"
            })
    void whatIsNotADateIsRefusedWithItsReason(String written) {
        assertThatThrownBy(() -> Edtf.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + written + "' is not a date: ");
    }

    @Property
    void everyDayMeansItselfAndLiesInItsMonthAndYear(@ForAll("days") LocalDate day) {
        EventDate exact = Edtf.parse(day.toString());
        EventDate month = Edtf.parse(day.toString().substring(0, 7));
        EventDate year = Edtf.parse(day.toString().substring(0, 4));

        assertThat(exact).isEqualTo(new EventDate(day.toString(), day, day));
        assertThat(month.earliest()).isBeforeOrEqualTo(day);
        assertThat(month.latest()).isAfterOrEqualTo(day);
        assertThat(year.earliest()).isBeforeOrEqualTo(month.earliest());
        assertThat(year.latest()).isAfterOrEqualTo(month.latest());
    }

    @Property
    void anIntervalSpansFromTheEarliestOfItsStartToTheLatestOfItsEnd(
            @ForAll("dates") String one, @ForAll("dates") String other) {
        EventDate start = Edtf.parse(one);
        EventDate end = Edtf.parse(other);
        LocalDate latest = end.latest();
        String written = one + "/" + other;

        if (latest != null && latest.isBefore(start.earliest())) {
            assertThatThrownBy(() -> Edtf.parse(written)).hasMessageEndingWith("the interval ends before it starts");
        } else {
            assertThat(Edtf.parse(written)).isEqualTo(new EventDate(written, start.earliest(), latest));
        }
    }

    @Property
    void anythingIsEitherADateOrRefused(@ForAll("scribbles") String written) {
        try {
            EventDate date = Edtf.parse(written);
            assertThat(date.written()).isEqualTo(written);
            assertThat(date.vaguenessDays()).isNotNegative();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("is not a date");
        }
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<String> dates() {
        return Combinators.combine(days(), Arbitraries.of(3, 4, 7, 10), Arbitraries.of("", "?", "~", "%"))
                .as((day, length, qualifier) -> (length == 3
                                ? day.toString().substring(0, 3) + "X"
                                : day.toString().substring(0, length))
                        + qualifier);
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.strings().withChars("0123456789X-/.T:Z?~%+").ofMaxLength(25);
    }
}
