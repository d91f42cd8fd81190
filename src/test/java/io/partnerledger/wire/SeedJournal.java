package io.partnerledger.wire;

import static io.partnerledger.announcement.Role.CHIP_SUPPLIER;
import static io.partnerledger.announcement.Role.CLOUD_PROVIDER;
import static io.partnerledger.announcement.Role.INVESTOR;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.Edtf;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.decision.AnnouncementIds;
import io.partnerledger.organization.Identifiers;
import io.partnerledger.organization.OrganizationEvent.OrganizationRegistered;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journal that ships: what one article of May 2026 says about Anthropic's partners. The article is undated; its month
 * is that of the SpaceX announcement it reports. The instruments of the two older investments are those of 2023.
 */
final class SeedJournal {

    private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");
    private static final EventDate MONTH = Edtf.parse("2026-05");

    private final WireCodec codec = new WireCodec();
    private final Map<String, Long> lengths = new HashMap<>();
    private final List<Envelope> envelopes = new ArrayList<>();

    private SeedJournal() {}

    /** The whole file. */
    static byte[] file() {
        SeedJournal journal = new SeedJournal();
        organizations().forEach(journal::add);
        announcements().forEach(journal::add);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (Envelope envelope : journal.envelopes) {
            file.writeBytes(CloudEventLine.write(envelope));
            file.write('\n');
        }
        return file.toByteArray();
    }

    private void add(Record event) {
        long position = envelopes.size();
        Instant recordedAt = START.plusSeconds(60 * position);
        String stream = StreamIds.of(event);
        envelopes.add(new Envelope(
                position,
                id(recordedAt, position),
                stream,
                lengths.merge(stream, 1L, Long::sum) - 1,
                codec.typeOf(event),
                codec.revisionOf(event),
                recordedAt,
                Map.of("actor", "editor"),
                codec.encode(event)));
    }

    /** A UUID of version 7 with the position where others have chance, so that the file is the same each time. */
    private static String id(Instant recordedAt, long position) {
        long millis = recordedAt.toEpochMilli();
        return String.format(Locale.ROOT, "%08x-%04x-7000-8000-%012x", millis >>> 16, millis & 0xffff, position);
    }

    private static List<OrganizationRegistered> organizations() {
        return List.of(
                organization("anthropic", "Anthropic", null, null, List.of("Anthropic PBC")),
                organization(
                        "amazon", "Amazon", "Q3884", "AMZN", List.of("Amazon.com, Inc.", "Amazon Web Services", "AWS")),
                organization("google", "Google", "Q95", "GOOGL", List.of("Alphabet", "Alphabet Inc.", "Google Cloud")),
                organization("microsoft", "Microsoft", "Q2283", "MSFT", List.of("Microsoft Corporation", "Azure")),
                organization("broadcom", "Broadcom", null, "AVGO", List.of("Broadcom Inc.")),
                organization("nvidia", "Nvidia", "Q182477", "NVDA", List.of("NVIDIA Corporation")),
                organization(
                        "spacex",
                        "SpaceX",
                        "Q193701",
                        null,
                        List.of("Space Exploration Technologies Corp.", "SpaceXAI")),
                organization("openai", "OpenAI", "Q21708200", null, List.of("OpenAI Group PBC")));
    }

    private static OrganizationRegistered organization(
            String id, String name, @Nullable String wikidata, @Nullable String symbol, List<String> aliases) {
        Identifiers.Ticker ticker = symbol == null ? null : new Identifiers.Ticker("XNAS", symbol);
        return new OrganizationRegistered(
                id, name, aliases, new Identifiers(null, wikidata, ticker, null, id + ".com"));
    }

    private static List<AnnouncementRecorded> announcements() {
        return List.of(
                announcement(
                        "adding SpaceX as a strategic cloud provider",
                        List.of(
                                added("anthropic", "spacex", List.of(CLOUD_PROVIDER), List.of(), "space development"),
                                new CommitmentMade(
                                        "spacex-anthropic-compute-2026",
                                        "anthropic",
                                        "spacex",
                                        Instrument.PURCHASE,
                                        Stage.BINDING,
                                        new Amount(Qualifier.UNDISCLOSED, null, null, null, "USD", "not disclosed"),
                                        null,
                                        null))),
                announcement(
                        "at least seven major technology firms, including Amazon, Google, Microsoft, Broadcom, and"
                                + " Nvidia",
                        List.of(new PartnerCountClaimed(
                                "anthropic",
                                List.of(),
                                Comparator.AT_LEAST,
                                7,
                                List.of("amazon", "google", "microsoft", "broadcom", "nvidia", "spacex")))),
                announcement(
                        "massive $4 billion investment from Amazon and a $2 billion commitment from Google",
                        List.of(
                                note("amazon-anthropic-2023", "amazon", "4000000000", "$4 billion"),
                                note("google-anthropic-2023-10", "google", "2000000000", "$2 billion"),
                                added(
                                        "anthropic",
                                        "amazon",
                                        List.of(INVESTOR, CLOUD_PROVIDER),
                                        List.of("AWS", "Trainium"),
                                        null),
                                added(
                                        "anthropic",
                                        "google",
                                        List.of(INVESTOR, CLOUD_PROVIDER),
                                        List.of("Google Cloud", "TPU"),
                                        null),
                                added("anthropic", "microsoft", List.of(CLOUD_PROVIDER), List.of("Azure"), null),
                                added("anthropic", "nvidia", List.of(CHIP_SUPPLIER), List.of("Nvidia GPU"), null),
                                added("anthropic", "broadcom", List.of(CHIP_SUPPLIER), List.of(), null))),
                announcement(
                        "OpenAI, which is heavily backed by Microsoft",
                        List.of(added("openai", "microsoft", List.of(INVESTOR), List.of(), null))));
    }

    private static AnnouncementRecorded announcement(String quote, List<Statement> statements) {
        Source source = new Source(
                "https://www.edgen.tech/news/post/anthropic-adds-spacex-to-its-multi-billion-dollar-ai-compute-network",
                "Edgen",
                "Anthropic adds SpaceX to its multi-billion dollar AI compute network",
                null,
                null,
                null,
                SourceTier.AGGREGATOR,
                quote,
                null);
        return new AnnouncementRecorded(AnnouncementIds.of(MONTH, source, statements), MONTH, source, statements);
    }

    private static PartnerAdded added(
            String subject, String partner, List<Role> roles, List<String> products, @Nullable String scope) {
        return new PartnerAdded(subject, partner, roles, products, scope, null, null);
    }

    private static CommitmentMade note(String deal, String from, String dollars, String printed) {
        Amount amount = new Amount(Qualifier.EXACT, new BigDecimal(dollars), null, null, "USD", printed);
        return new CommitmentMade(
                deal, from, "anthropic", Instrument.CONVERTIBLE_NOTE, Stage.BINDING, amount, null, null);
    }
}
