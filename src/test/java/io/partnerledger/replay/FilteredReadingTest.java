package io.partnerledger.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.AnnouncementEvent.AnnouncementCorrected;
import io.partnerledger.announcement.AnnouncementEvent.AnnouncementRecorded;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.log.EventLog;
import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.standing.Builds;
import io.partnerledger.standing.Generation;
import io.partnerledger.standing.Generations;
import io.partnerledger.standing.StandingKeys;
import io.partnerledger.standing.StandingReader;
import io.partnerledger.standing.ToldLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asked for announcements that speak of something, a build leads to just those of which the log says that they ever did. */
class FilteredReadingTest {

    private static final int EVENTS = 5000;

    /** The rare one is spoken of by an early announcement, and only since the log's last event corrected it. */
    private static final List<String> ORGANIZATIONS = List.of("o0", "o7", "o19", "rare", "unknown");

    @TempDir
    Path folder;

    private final List<Object> told = ToldLog.events(EVENTS);

    @ParameterizedTest
    @EnumSource
    void leadsToWhatTheLogTells(Builds builds) throws Exception {
        told.add(new AnnouncementCorrected("a2", "fixed", null, null, null, List.of(partner("rare", "o7"))));
        try (EventLog log = FilledLog.of(told, folder.resolve("ledger.db"))) {
            Generations generations = builds.in(folder.resolve("views"));
            Generation generation = FilledLog.written(log, generations);
            StandingReader reader = new StandingReader(generation, new LogPast(log, FilledLog.CODEC));
            for (String one : ORGANIZATIONS) {
                asExpected(reader, List.of(Set.of(one)));
                asExpected(reader, List.of(Set.of(one, "o3")));
                asExpected(reader, List.of(Set.of(one), Set.of("o7")));
            }
            asExpected(reader, List.of());
            generations.close(generation);
        }
    }

    private void asExpected(StandingReader reader, List<Set<String>> organizations) {
        List<Set<String>> keys =
                organizations.stream().map(FilteredReadingTest::keys).toList();
        Map<String, Long> all = ever(organizations);
        long end = told.size();
        for (long before : List.of(Long.MAX_VALUE, end, 4097L, 1500L, 1024L, 1023L, 60L, 0L)) {
            List<String> expected = all.entrySet().stream()
                    .filter(entry -> entry.getValue() < before)
                    .map(Map.Entry::getKey)
                    .toList()
                    .reversed();
            for (int limit : List.of(1, 20, 10_000)) {
                assertThat(reader.announcements(keys, before, limit, end - 1))
                        .as("%s before %d", organizations, before)
                        .extracting(AnnouncementVersion::announcement)
                        .isEqualTo(expected.subList(0, Math.min(limit, expected.size())));
            }
        }
    }

    /** Those that ever spoke of one of each, and where they begin. */
    private Map<String, Long> ever(List<Set<String>> organizations) {
        Map<String, Long> first = new LinkedHashMap<>();
        Map<String, Set<String>> spokenOf = new HashMap<>();
        for (int position = 0; position < told.size(); position++) {
            switch (told.get(position)) {
                case AnnouncementRecorded recorded -> {
                    first.put(recorded.announcement(), (long) position);
                    spokenOf.computeIfAbsent(recorded.announcement(), _ -> new HashSet<>())
                            .addAll(named(recorded.statements()));
                }
                case AnnouncementCorrected corrected
                when corrected.statements() != null ->
                    spokenOf.computeIfAbsent(corrected.announcement(), _ -> new HashSet<>())
                            .addAll(named(corrected.statements()));
                default -> {}
            }
        }
        first.keySet()
                .removeIf(id -> !organizations.stream()
                        .allMatch(wanted -> !Collections.disjoint(wanted, spokenOf.getOrDefault(id, Set.of()))));
        return first;
    }

    private static List<String> named(List<Statement> statements) {
        List<String> named = new ArrayList<>();
        for (Statement statement : statements) {
            PartnerAdded added = (PartnerAdded) statement;
            named.add(added.subject());
            named.add(added.partner());
        }
        return named;
    }

    private static Set<String> keys(Set<String> organizations) {
        Set<String> keys = new HashSet<>();
        organizations.forEach(id -> keys.add(StandingKeys.organization(id)));
        return keys;
    }

    private static Statement partner(String subject, String partner) {
        return new PartnerAdded(subject, partner, List.of(), List.of(), null, null, null);
    }
}
