package io.partnerledger.standing;

import io.partnerledger.announcement.Statement;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keys under which an announcement is found again: the organizations and the deals that its statements name. */
public final class StandingKeys {

    private StandingKeys() {}

    public static String organization(String id) {
        return "o:" + id;
    }

    public static String deal(String slug) {
        return "d:" + slug;
    }

    static Set<String> of(Statement statement) {
        Set<String> keys = new LinkedHashSet<>();
        statement.organizations().forEach(id -> keys.add(organization(id)));
        statement.deals().forEach(slug -> keys.add(deal(slug)));
        return keys;
    }
}
