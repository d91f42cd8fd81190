package io.partnerledger.coverage;

import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.coverage.Witness.Word;
import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.standing.AnnouncementVersion.Remark;
import io.partnerledger.standing.Stated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Weighs the sources of one fact: first those that bear it out, then their duplicates, then those against it. */
final class Weighing {

    private final Assertion assertion;
    private final Words words;
    private final List<Voice> bearing = new ArrayList<>();
    private final List<Voice> against = new ArrayList<>();

    /** A source's word on a statement. */
    private record Voice(
            Word word,
            Stated stated,
            Source source,
            @Nullable String says) {

        Witness witness(@Nullable Integer origin) {
            return Witness.of(word, stated.announcement(), stated.index(), stated.position(), source, origin, says);
        }
    }

    private Weighing(Assertion assertion, Words words) {
        this.assertion = assertion;
        this.words = words;
    }

    static Fact of(Assertion assertion, Words words) {
        Weighing weighing = new Weighing(assertion, words);
        weighing.hear();
        return weighing.fact();
    }

    private void hear() {
        for (Stated stated : assertion.told()) {
            bearing.add(new Voice(Word.TOLD, stated, words.sourceOf(stated.announcement()), null));
            for (Remark remark : words.remarksOn(stated)) {
                switch (remark.kind()) {
                    case CORROBORATED ->
                        bearing.add(new Voice(Word.CORROBORATED, stated, remark.source(), remark.reason()));
                    case DISPUTED -> against.add(new Voice(Word.DISPUTED, stated, remark.source(), remark.reason()));
                }
            }
        }
        assertion
                .otherwise()
                .forEach((stated, says) ->
                        against.add(new Voice(Word.CONTRADICTED, stated, words.sourceOf(stated.announcement()), says)));
    }

    private Fact fact() {
        List<Integer> origins = Origins.of(bearing.stream().map(Voice::source).toList());
        List<Witness> sources = new ArrayList<>();
        Map<String, Integer> originOf = new LinkedHashMap<>();
        for (int i = 0; i < bearing.size(); i++) {
            sources.add(bearing.get(i).witness(origins.get(i)));
            originOf.putIfAbsent(bearing.get(i).stated().announcement(), origins.get(i));
        }
        sources.addAll(duplicates(originOf));
        against.forEach(spoken -> sources.add(spoken.witness(null)));
        int independent = (int) origins.stream().distinct().count();
        SourceTier bestTier = bearing.stream()
                .map(spoken -> spoken.source().tier())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Fact(
                assertion.kind(),
                assertion.deal(),
                assertion.parties(),
                assertion.says(),
                bestTier,
                independent,
                flags(independent, bestTier),
                List.copyOf(sources));
    }

    /** Each once, with the origin of the first announcement that it repeats. */
    private List<Witness> duplicates(Map<String, Integer> originOf) {
        Map<String, Witness> duplicates = new LinkedHashMap<>();
        originOf.forEach((announcement, origin) -> {
            for (AnnouncementVersion duplicate : words.duplicatesOf(announcement)) {
                duplicates.putIfAbsent(
                        duplicate.announcement(),
                        Witness.of(
                                Word.DUPLICATE,
                                duplicate.announcement(),
                                null,
                                duplicate.position(),
                                duplicate.source(),
                                origin,
                                null));
            }
        });
        return List.copyOf(duplicates.values());
    }

    private List<Fact.Flag> flags(int independent, SourceTier bestTier) {
        List<Fact.Flag> flags = new ArrayList<>();
        if (independent == 1) {
            flags.add(Fact.Flag.SINGLE_SOURCE);
        }
        switch (bestTier) {
            case ANONYMOUS_REPORTING -> flags.add(Fact.Flag.ANONYMOUS_ONLY);
            case AGGREGATOR, SOCIAL -> flags.add(Fact.Flag.WEAK_ONLY);
            case REGULATORY_FILING, COURT_RECORD, COMPANY_STATEMENT, NAMED_REPORTING -> {}
        }
        if (assertion.disputed() || !against.isEmpty()) {
            flags.add(Fact.Flag.DISPUTED);
        }
        return List.copyOf(flags);
    }
}
