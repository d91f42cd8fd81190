package io.partnerledger.announcement;

import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Well-formed announcements and their parts, for tests to start from. */
public final class Samples {

    public static final String ID = "a20231101-0000000000000000";
    public static final EventDate DAY = day("2023-11-01");
    public static final Source SOURCE = source("https://example.org/news/1");
    public static final Statement ADDED = added("anthropic", "amazon", Role.INVESTOR);
    public static final Statement MADE = made(usd("4000000000"));

    private Samples() {}

    public static EventDate day(String written) {
        LocalDate day = LocalDate.parse(written);
        return new EventDate(written, day, day);
    }

    public static Source source(@Nullable String url) {
        return new Source(
                url, "Example News", "Amazon invests", null, DAY, null, SourceTier.NAMED_REPORTING, "a quote", null);
    }

    public static Statement added(String subject, String partner, Role... roles) {
        return new PartnerAdded(subject, partner, List.of(roles), List.of(), null, null, null);
    }

    public static Statement made(Amount amount) {
        return new CommitmentMade(
                "amazon-anthropic-2023", "amazon", "anthropic", Instrument.EQUITY, Stage.BINDING, amount, null, null);
    }

    public static Amount usd(String value) {
        return new Amount(Qualifier.EXACT, new BigDecimal(value), null, null, "USD", null);
    }

    public static RecordAnnouncement record(Statement... statements) {
        return new RecordAnnouncement(ID, DAY, SOURCE, List.of(statements));
    }

    public static AnnouncementRecorded recorded(Statement... statements) {
        return new AnnouncementRecorded(ID, DAY, SOURCE, List.of(statements));
    }
}
