package io.partnerledger.standing;

import io.partnerledger.announcement.AnnouncementEvent;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorroborated;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDisputed;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementDuplicateLinked;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement;
import io.partnerledger.corpus.WrittenDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Announcements with all that happened to them, in the order in which it is told here, and what stands of them. */
public final class ToldHistories {

    private final Map<String, List<AnnouncementVersion>> versions = new LinkedHashMap<>();
    private int events;

    /** A source of named reporting. */
    public static Source source(String publisher) {
        return source(publisher, SourceTier.NAMED_REPORTING);
    }

    public static Source source(String publisher, SourceTier tier) {
        return source(publisher, "What " + publisher + " wrote", null, tier, null);
    }

    public static Source source(
            String publisher, String title, @Nullable String url, SourceTier tier, @Nullable String derivedFrom) {
        return new Source(url, publisher, title, null, null, null, tier, null, derivedFrom);
    }

    public ToldHistories recorded(String ref, String on, Source source, Statement... statements) {
        AnnouncementRecorded event = new AnnouncementRecorded(ref, WrittenDate.of(on), source, List.of(statements));
        versions.put(ref, new ArrayList<>(List.of(AnnouncementVersion.of(event, events++, Instant.EPOCH))));
        return this;
    }

    public ToldHistories corroborated(String ref, Source source, Integer... statements) {
        return happened(
                new AnnouncementCorroborated(ref, revision(ref), "borne out", source, Arrays.asList(statements)));
    }

    public ToldHistories disputed(String ref, Source source, Integer... statements) {
        return happened(new AnnouncementDisputed(ref, revision(ref), "denied", source, Arrays.asList(statements)));
    }

    public ToldHistories corrected(String ref, Statement... statements) {
        return happened(new AnnouncementCorrected(ref, "misread", null, null, null, List.of(statements)));
    }

    public ToldHistories linked(String ref, String duplicateOf) {
        return happened(new AnnouncementDuplicateLinked(ref, duplicateOf, "the same"));
    }

    private long revision(String ref) {
        return history(ref).getLast().revision();
    }

    private ToldHistories happened(AnnouncementEvent event) {
        List<AnnouncementVersion> history = history(event.announcement());
        history.add(history.getLast().after(event));
        events++;
        return this;
    }

    private List<AnnouncementVersion> history(String ref) {
        return Objects.requireNonNull(versions.get(ref), ref);
    }

    public Collection<List<AnnouncementVersion>> versions() {
        return versions.values();
    }

    /** What stands long after everything was announced. */
    public Standing standing() {
        List<AnnouncementHistory> histories = versions.values().stream()
                .map(history -> history.stream()
                        .map(version -> new InForce<>(0, version))
                        .toList())
                .map(AnnouncementHistory::of)
                .toList();
        Map<String, Long> since = histories.stream()
                .collect(Collectors.toMap(AnnouncementHistory::announcement, AnnouncementHistory::since));
        Scope scope = Scope.of(0, Set.of(), since, histories, Map.of());
        return new Histories(scope, new Registries(), 0).standing(0, LocalDate.parse("2030-01-01"));
    }
}
