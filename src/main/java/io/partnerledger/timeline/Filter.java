package io.partnerledger.timeline;

import io.partnerledger.announcement.Source;
import io.partnerledger.timeline.Told.Happened;
import io.partnerledger.timeline.Told.Said;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which of what is told a question is about; what is null does not matter. What happened to an announcement is about the
 * deals that it speaks of.
 */
record Filter(
        @Nullable String kind,
        @Nullable String deal,
        @Nullable String q) {

    List<Told> of(List<Told> told, Items items) {
        if (kind == null && deal == null && q == null) {
            return told;
        }
        Set<String> speaking = speaking(told);
        return told.stream()
                .filter(one -> kind == null || Items.kindOf(one).equals(kind))
                .filter(one -> deal == null || speaks(one, speaking))
                .filter(words(items))
                .toList();
    }

    /** The announcements that speak of the deal. */
    private Set<String> speaking(List<Told> told) {
        return told.stream()
                .flatMap(one -> one instanceof Said said && speaks(said)
                        ? Stream.of(said.stated().announcement())
                        : Stream.empty())
                .collect(Collectors.toSet());
    }

    private boolean speaks(Told told, Set<String> speaking) {
        return switch (told) {
            case Said said -> speaks(said);
            case Happened happened -> speaking.contains(happened.about());
        };
    }

    private boolean speaks(Said said) {
        return deal != null && said.stated().statement().deals().contains(deal);
    }

    private Predicate<Told> words(Items items) {
        if (q == null) {
            return _ -> true;
        }
        String wanted = q.toLowerCase(Locale.ROOT);
        return told -> texts(told, items.of(told))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Stream<String> texts(Told told, Item item) {
        Source source = told instanceof Said said ? said.telling().content().source() : null;
        return Stream.concat(
                        Stream.concat(
                                Stream.of(
                                        item.headline(),
                                        item.deal(),
                                        item.source() == null
                                                ? null
                                                : item.source().publisher()),
                                item.organizations().stream()),
                        source == null ? Stream.empty() : Stream.of(source.title(), source.quote()))
                .flatMap(Stream::ofNullable);
    }
}
