package io.partnerledger.standing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the known names that somebody may have meant. */
public final class Nearest {

    private static final int AT_MOST = 5;
    private static final double LIKE_ENOUGH = 0.7;
    private static final double BEHIND_THE_BEST = 0.1;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private record Scored(String name, double score) {}

    private Nearest() {}

    /** The nearest of the known names, best first; none where nothing is like it, and none that is far behind the best. */
    public static List<String> to(String meant, Collection<String> known) {
        String folded = meant.toLowerCase(Locale.ROOT);
        List<Scored> likeEnough = known.stream()
                .map(name -> new Scored(name, SIMILARITY.apply(folded, name.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.score() >= LIKE_ENOUGH)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::name))
                .limit(AT_MOST)
                .toList();
        return likeEnough.stream()
                .filter(scored -> scored.score() >= likeEnough.getFirst().score() - BEHIND_THE_BEST)
                .map(Scored::name)
                .toList();
    }
}
