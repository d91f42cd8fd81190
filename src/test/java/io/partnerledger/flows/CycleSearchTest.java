package io.partnerledger.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Which circles a graph has, and what happens where there are too many. */
class CycleSearchTest {

    @Test
    void aCircleIsFoundOnceFromItsFirstMember() {
        assertThat(circles("c>a", "a>b", "b>c")).containsExactly("a b c");
    }

    @Test
    void aCircleHasADirection() {
        assertThat(circles("a>b", "b>c", "c>a", "a>c", "c>b", "b>a"))
                .containsExactly("a b", "a c", "b c", "a b c", "a c b");
    }

    @Test
    void aMemberIsInACircleOnlyOnce() {
        assertThat(circles("a>b", "b>c", "c>b", "b>a")).containsExactly("a b", "b c");
    }

    @Test
    void whatSomebodyHasWithItselfIsNoCircle() {
        assertThat(circles("a>a", "a>b", "b>a")).containsExactly("a b");
    }

    @Test
    void whoOnlyGivesOrOnlyReceivesIsInNone() {
        assertThat(circles("x>a", "a>b", "b>a", "b>y", "y>z")).containsExactly("a b");
    }

    @Test
    void circlesLongerThanTheLongestAreNotLookedFor() {
        assertThat(circles("a>b", "b>c", "c>d", "d>e", "e>f", "f>a")).containsExactly("a b c d e f");
        assertThat(circles("a>b", "b>c", "c>d", "d>e", "e>f", "f>g", "g>a")).isEmpty();
    }

    @Test
    void throughAMemberThereAreOnlyItsOwnStillFromTheirFirst() {
        CycleSearch search = new CycleSearch(edges("a>b", "b>a", "a>c", "c>a", "b>c", "c>d", "d>c"), 10, 1_000);

        assertThat(search.find(6, "c")).containsExactly(List.of("a", "c"), List.of("c", "d"), List.of("a", "b", "c"));
        assertThat(search.wasCut()).isFalse();
    }

    @Test
    void tooManyCirclesAreCutAtTheShortOnes() {
        CycleSearch search = new CycleSearch(edges("a>b", "b>a", "b>c", "c>a", "c>b"), 2, 1_000);

        assertThat(search.find(6, null)).containsExactly(List.of("a", "b"), List.of("b", "c"));
        assertThat(search.wasCut()).isTrue();
    }

    @Test
    void asManyCirclesAsThereMayBeAreNotCut() {
        CycleSearch search = new CycleSearch(edges("a>b", "b>a", "b>c", "c>b"), 2, 1_000);

        assertThat(search.find(6, null)).hasSize(2);
        assertThat(search.wasCut()).isFalse();
    }

    @Test
    void aSearchThatWouldTakeTooManyStepsIsCut() {
        CycleSearch search = new CycleSearch(edges("a>b", "b>a", "b>c", "c>b"), 10, 3);

        search.find(6, null);

        assertThat(search.wasCut()).isTrue();
    }

    @Property(tries = 300)
    void everyCircleOfAnyGraphIsFound(@ForAll("graphs") Set<String> graph) {
        List<Edge> edges = edges(graph.toArray(String[]::new));
        CycleSearch search = new CycleSearch(edges, 100_000, 10_000_000);

        List<List<String>> found = search.find(6, null);

        assertThat(search.wasCut()).isFalse();
        assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(byHand(graph));
        for (String member : List.of("0", "3")) {
            assertThat(new CycleSearch(edges, 100_000, 10_000_000).find(6, member))
                    .containsExactlyElementsOf(found.stream()
                            .filter(circle -> circle.contains(member))
                            .toList());
        }
    }

    @Provide
    Arbitrary<Set<String>> graphs() {
        return Arbitraries.integers()
                .between(0, 63)
                .map(pair -> pair / 8 + ">" + pair % 8)
                .set()
                .ofMaxSize(22);
    }

    /** Every path of at most six members that starts at its smallest one, tried in turn. */
    private static List<List<String>> byHand(Set<String> graph) {
        List<List<String>> found = new ArrayList<>();
        List<List<String>> paths =
                IntStream.range(0, 8).mapToObj(i -> List.of("" + i)).toList();
        for (int length = 1; length <= 6; length++) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> path : paths) {
                if (path.size() > 1 && graph.contains(path.getLast() + ">" + path.getFirst())) {
                    found.add(path);
                }
                IntStream.range(0, 8)
                        .mapToObj(i -> "" + i)
                        .filter(next -> next.compareTo(path.getFirst()) > 0 && !path.contains(next))
                        .filter(next -> graph.contains(path.getLast() + ">" + next))
                        .forEach(next -> longer.add(
                                Stream.concat(path.stream(), Stream.of(next)).toList()));
            }
            paths = longer;
        }
        return found;
    }

    private static List<String> circles(String... graph) {
        CycleSearch search = new CycleSearch(edges(graph), 100, 10_000);
        List<String> circles = search.find(6, null).stream()
                .map(members -> String.join(" ", members))
                .toList();
        assertThat(search.wasCut()).isFalse();
        return circles;
    }

    private static List<Edge> edges(String... graph) {
        return new TreeSet<>(List.of(graph))
                .stream()
                        .map(pair -> new Edge(
                                pair.substring(0, 1), pair.substring(2), pair.charAt(0) == pair.charAt(2), List.of()))
                        .toList();
    }
}
