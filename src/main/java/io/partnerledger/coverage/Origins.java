package io.partnerledger.coverage;

import io.partnerledger.announcement.NormalUrl;
import io.partnerledger.announcement.Source;
import io.partnerledger.organization.NameKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which sources are independent of each other. Sources of one publisher or with one address are the same voice;
 * so is a rewrite with what it is derived from, be that named by address, title or publisher, and so are two rewrites
 * of the same. Titles alone join nobody: different reports are called alike.
 */
final class Origins {

    private final int[] origins;

    private Origins(int size) {
        origins = new int[size];
        for (int i = 0; i < size; i++) {
            origins[i] = i;
        }
    }

    /** The number of each source's origin, from 1, in the order of their first sources. */
    static List<Integer> of(List<Source> sources) {
        if (sources.size() == 1) {
            return List.of(1);
        }
        Origins origins = new Origins(sources.size());
        origins.joinAll(sources);
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Integer> numbered = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            numbered.add(numbers.computeIfAbsent(origins.rootOf(i), _ -> numbers.size() + 1));
        }
        return numbered;
    }

    private void joinAll(List<Source> sources) {
        Map<String, Integer> publishers = new HashMap<>();
        Map<String, Integer> documents = new HashMap<>();
        Map<String, List<Integer>> titles = new HashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            join(i, publishers.putIfAbsent(publisher(source.publisher(), i), i));
            if (source.url() != null) {
                join(i, documents.putIfAbsent(NormalUrl.of(source.url()), i));
            }
            titles.computeIfAbsent(source.title().strip(), _ -> new ArrayList<>())
                    .add(i);
        }
        for (int i = 0; i < sources.size(); i++) {
            String origin = sources.get(i).derivedFrom();
            if (origin != null) {
                join(i, documents.putIfAbsent(NormalUrl.of(origin), i));
                join(i, publishers.get(NameKey.of(origin)));
                for (int titled : titles.getOrDefault(origin.strip(), List.of())) {
                    join(i, titled);
                }
            }
        }
    }

    /** A publisher whose name has no letters is nobody else. */
    private static String publisher(String name, int index) {
        String key = NameKey.of(name);
        return key.isEmpty() ? "\0" + index : key;
    }

    private void join(int one, @Nullable Integer other) {
        if (other != null) {
            origins[rootOf(one)] = rootOf(other);
        }
    }

    private int rootOf(int index) {
        int root = index;
        while (origins[root] != root) {
            origins[root] = origins[origins[root]];
            root = origins[root];
        }
        return root;
    }
}
