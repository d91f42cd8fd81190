package io.partnerledger.bench;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Synthetic announcements in the shape of real ones: how many statements each makes and of which kinds, how long its
 * source's texts are, and how deals, tranches and restatements refer back. Announcement {@code n} depends on the seed
 * and {@code n} alone, so any number of them costs no memory.
 */
final class Announcements {

    private static final Pick<Integer> SIZES = Pick.of(new int[] {28, 29, 9, 8, 2, 2, 2}, 1, 2, 3, 4, 5, 6, 7);
    private static final Pick<SourceTier> TIERS = Pick.of(
            new int[] {46, 24, 7, 3},
            SourceTier.AGGREGATOR,
            SourceTier.NAMED_REPORTING,
            SourceTier.ANONYMOUS_REPORTING,
            SourceTier.SOCIAL);
    private static final String[] WORDS = {
        "cloud", "chips", "invests", "expands", "agreement", "capacity", "billion", "compute", "partner", "supply",
        "gigawatt", "announces", "multi-year", "strategic", "stake", "training", "data", "center", "commits", "round"
    };
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 2_500;

    private final long mixedSeed;
    private final Parties parties;

    /** What an announcement says; its id is left to who records it. */
    record Said(EventDate on, Source source, List<Statement> statements) {}

    Announcements(long seed, Parties parties) {
        this.mixedSeed = new SplittableRandom(seed).nextLong();
        this.parties = parties;
    }

    Parties parties() {
        return parties;
    }

    Said said(long n) {
        // Mixed twice, so that neither another seed nor another number is the same row of draws from another place.
        SplittableRandom random = new SplittableRandom(new SplittableRandom(mixedSeed ^ n).nextLong());
        int size = SIZES.from(random);
        EventDate on = date(random.nextInt(DAYS));
        Source source = source(n, on, random);
        Statements kinds = new Statements(parties, random);
        List<Statement> statements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            statements.add(kinds.next(n, i));
        }
        return new Said(on, source, List.copyOf(statements));
    }

    /** The id under which a generated ledger holds announcement {@code n}; 16 characters of base 32, as real ones. */
    static String id(long n) {
        return String.format(Locale.ROOT, "a20240101-%016d", n);
    }

    static EventDate date(int day) {
        LocalDate date = FIRST_DAY.plusDays(day);
        return new EventDate(date.toString(), date, date);
    }

    private static Source source(long n, EventDate on, SplittableRandom random) {
        String title = words(random, 6);
        String slug = title.replace(' ', '-');
        return new Source(
                String.format(Locale.ROOT, "https://news.example/%s/%012d/%s", on.written(), n, slug),
                "The " + WORDS[random.nextInt(WORDS.length)] + " Gazette",
                title,
                null,
                on,
                null,
                TIERS.from(random),
                words(random, 8),
                null);
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder(count * 9);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
