package io.partnerledger.exchange.write;

import io.partnerledger.exchange.write.ImportReport.Item;
import io.partnerledger.exchange.write.ImportReport.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What an import did, as it is left on its last event: the number of events, then the lines that were recorded already,
 * such as {@code 12 3 5-9}.
 */
record Done(int events, Set<Integer> already) {

    private static final Pattern PART = Pattern.compile("(\\d+)(?:-(\\d+))?");

    static Done of(ImportPass pass) {
        Set<Integer> already = new TreeSet<>();
        for (Item item : pass.items) {
            if (item.outcome() == Outcome.ALREADY_RECORDED) {
                already.add(item.line());
            }
        }
        return new Done(pass.events.size(), already);
    }

    static Done of(String written) {
        Iterator<MatchResult> parts = PART.matcher(written).results().iterator();
        int events = Integer.parseInt(parts.next().group(1));
        Set<Integer> already = new TreeSet<>();
        parts.forEachRemaining(range -> {
            int from = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            IntStream.rangeClosed(from, last).forEach(already::add);
        });
        return new Done(events, already);
    }

    String written() {
        List<String> parts = new ArrayList<>(List.of(String.valueOf(events)));
        int from = -1;
        int last = -1;
        for (int line : already) {
            if (from >= 0 && line != last + 1) {
                parts.add(range(from, last));
                from = line;
            }
            from = from < 0 ? line : from;
            last = line;
        }
        if (from >= 0) {
            parts.add(range(from, last));
        }
        return String.join(" ", parts);
    }

    private static String range(int from, int last) {
        return from == last ? String.valueOf(from) : from + "-" + last;
    }
}
