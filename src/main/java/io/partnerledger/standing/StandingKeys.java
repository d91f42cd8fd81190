package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The keys under which an announcement is found again: the organizations and the deals that its statements name. A build
 * has their digests, which are small; two keys may have the same one, so who finds an announcement by a digest looks
 * whether it has the key.
 */
public final class StandingKeys {

    private static final String ORGANIZATION = "o:";
    private static final String DEAL = "d:";

    private StandingKeys() {}

    public static String organization(String id) {
        return ORGANIZATION + id;
    }

    public static String deal(String slug) {
        return DEAL + slug;
    }

    static Set<String> of(Statement statement) {
        Set<String> keys = new LinkedHashSet<>();
        statement.organizations().forEach(id -> keys.add(organization(id)));
        statement.deals().forEach(slug -> keys.add(deal(slug)));
        return keys;
    }

    static int digest(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return finished(with(0, bytes, 0, bytes.length));
    }

    static int digestOfOrganization(byte[] data, int from, int to) {
        return finished(with(OF_ORGANIZATIONS, data, from, to));
    }

    static int digestOfDeal(byte[] data, int from, int to) {
        return finished(with(OF_DEALS, data, from, to));
    }

    private static final long OF_ORGANIZATIONS = with(0, ORGANIZATION);
    private static final long OF_DEALS = with(0, DEAL);

    private static long with(long before, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return with(before, bytes, 0, bytes.length);
    }

    private static long with(long before, byte[] data, int from, int to) {
        long digest = before;
        for (int i = from; i < to; i++) {
            digest = (digest + data[i] + 1) * 0x9E3779B97F4A7C15L;
            digest ^= digest >>> 29;
        }
        return digest;
    }

    private static int finished(long digest) {
        long mixed = (digest ^ (digest >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (mixed >>> 32);
    }
}
