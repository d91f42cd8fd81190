package io.partnerledger.history;

import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.wire.StatementKinds;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which announcements a list is to show; what is null does not matter. {@code subject} and {@code partner} are sets of
 * ids, one organization with all that was merged into it.
 */
record Filter(
        @Nullable Set<String> subject,
        @Nullable Set<String> partner,
        @Nullable String kind,
        @Nullable String deal,
        @Nullable String source,
        @Nullable String q,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Entry.@Nullable Status status) {

    boolean takes(AnnouncementVersion version) {
        LocalDate day = version.announcedOn().earliest();
        return (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo))
                && (source == null || fromSource(version, source))
                && (q == null || says(version, q))
                && version.statements().stream().anyMatch(this::takes);
    }

    boolean takes(Entry.Status one) {
        return status == null || status == one;
    }

    private boolean takes(Statement statement) {
        return (kind == null || StatementKinds.of(statement).equals(kind))
                && (deal == null || statement.deals().contains(deal))
                && (subject == null || names(statement, subject))
                && (partner == null || names(statement, partner));
    }

    private static boolean names(Statement statement, Set<String> organizations) {
        return statement.organizations().stream().anyMatch(organizations::contains);
    }

    private static boolean fromSource(AnnouncementVersion version, String source) {
        return contains(version.source().publisher(), source)
                || contains(version.source().url(), source)
                || contains(version.source().title(), source);
    }

    private static boolean says(AnnouncementVersion version, String words) {
        Stream<String> sources = Stream.of(
                        version.source().publisher(),
                        version.source().title(),
                        version.source().author(),
                        version.source().quote())
                .filter(Objects::nonNull);
        Stream<String> statements = version.statements().stream().map(Filter::text);
        return Stream.concat(sources, statements).anyMatch(text -> contains(text, words));
    }

    private static String text(Statement statement) {
        return switch (statement) {
            case PartnerAdded s ->
                String.join(
                        " ", s.subject(), s.partner(), String.join(" ", s.products()), Objects.toString(s.scope(), ""));
            case PartnerRemoved s -> String.join(" ", s.subject(), s.partner(), Objects.toString(s.reason(), ""));
            case Statement s -> s.toString();
        };
    }

    private static boolean contains(@Nullable String text, String words) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
