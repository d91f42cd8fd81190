package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Samples.ADDED;
import static io.partnerledger.announcement.Samples.DAY;
import static io.partnerledger.announcement.Samples.MADE;
import static io.partnerledger.announcement.Samples.SOURCE;
import static io.partnerledger.announcement.Samples.added;
import static io.partnerledger.announcement.Samples.day;
import static io.partnerledger.announcement.Samples.made;
import static io.partnerledger.announcement.Samples.source;
import static io.partnerledger.announcement.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.PartnerAdded;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementIdsTest {

    @Test
    void theHashedTextIsWrittenDownHereBecauseStoredIdsDependOnIt() {
        Statement narrow = new PartnerAdded(
                "anthropic",
                "amazon",
                List.of(Role.INVESTOR, Role.CLOUD_PROVIDER),
                List.of("Claude \"3\""),
                null,
                true,
                new EventDate("2024", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)));

        assertThat(AnnouncementIds.canonical(DAY, SOURCE, List.of(narrow, MADE)))
                .isEqualTo("""
                    partner-ledger announcement 1
                    url https://example.org/news/1
                    on 2023-11-01
                    CommitmentMade(deal="amazon-anthropic-2023" from="amazon" to="anthropic" instrument=EQUITY \
                    stage=BINDING amount=Amount(qualifier=EXACT value=4000000000 currency="USD"))
                    PartnerAdded(subject="anthropic" partner="amazon" roles=[CLOUD_PROVIDER,INVESTOR] \
                    products=["Claude \\"3\\""] exclusive=true effectiveOn=2024)\
                    """);
    }

    @Test
    void anIdIsTheDayAndEightyBitsOfTheHash() {
        assertThat(AnnouncementIds.of(DAY, SOURCE, List.of(ADDED))).isEqualTo("a20231101-9b0tdakg238m1q1p");
    }

    @Test
    void theHashIsSpelledInCrockfordsBase32() {
        assertThat(AnnouncementIds.of(DAY, SOURCE, List.of(MADE))).matches("a20231101-[0-9a-hjkmnp-tv-z]{16}");
    }

    @Test
    void aVagueDateSortsByItsEarliestDay() {
        EventDate year = new EventDate("2023", LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));

        assertThat(AnnouncementIds.of(year, SOURCE, List.of(ADDED))).startsWith("a20230101-");
    }

    @Test
    void theSameDocumentUnderAnotherAddressIsTheSame() {
        assertThat(idBy(source("http://WWW.example.org:80/news/1/?utm_source=x#top")))
                .isEqualTo(idBy(SOURCE));
    }

    @Test
    void aDocumentWithoutAddressIsKnownByPublisherAndTitle() {
        assertThat(idBy(document("Example News", "Amazon invests")))
                .isEqualTo(idBy(document("EXAMPLE  NEWS", " amazon\u00a0invests ")))
                .isEqualTo(idBy(source(" ")))
                .isNotEqualTo(idBy(document("Example News", "Amazon invests again")))
                .isNotEqualTo(idBy(document("Another News", "Amazon invests")))
                .isNotEqualTo(idBy(SOURCE));
    }

    @Test
    void whoWroteAndWhoReadTheDocumentDoesNotMatter() {
        Source reread = new Source(
                SOURCE.url(),
                "E.N.",
                "Title as seen elsewhere",
                "A. Author",
                null,
                day("2026-01-01"),
                SourceTier.AGGREGATOR,
                null,
                "https://example.com");

        assertThat(idBy(reread)).isEqualTo(idBy(SOURCE));
    }

    @Test
    void theOrderOfStatementsAndTheSpellingOfNumbersDoNotMatter() {
        assertThat(AnnouncementIds.of(DAY, SOURCE, List.of(ADDED, made(usd("100")))))
                .isEqualTo(AnnouncementIds.of(DAY, SOURCE, List.of(made(usd("1.00E+2")), ADDED)))
                .isEqualTo(AnnouncementIds.of(DAY, SOURCE, List.of(made(usd("100.00")), ADDED)));
    }

    @Test
    void whatIsSaidAndWhenMatters() {
        String id = AnnouncementIds.of(DAY, SOURCE, List.of(ADDED));

        assertThat(id)
                .isNotEqualTo(AnnouncementIds.of(DAY, SOURCE, List.of(ADDED, MADE)))
                .isNotEqualTo(AnnouncementIds.of(DAY, SOURCE, List.of(added("anthropic", "google", Role.INVESTOR))))
                .isNotEqualTo(AnnouncementIds.of(
                        new EventDate("2023-11-01~", DAY.earliest(), DAY.latest()), SOURCE, List.of(ADDED)));
    }

    private static String idBy(Source source) {
        return AnnouncementIds.of(DAY, source, List.of(ADDED));
    }

    private static Source document(String publisher, String title) {
        return new Source(null, publisher, title, null, null, null, SourceTier.COURT_RECORD, null, null);
    }
}
