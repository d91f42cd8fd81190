package io.partnerledger.roster;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Statement.PartnerAdded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An unbroken time of holding a role, while it is being folded. */
final class Spell {

    final Role role;
    private final EventDate since;
    private final Set<String> products = new TreeSet<>();
    private final Set<String> announcements = new LinkedHashSet<>();
    private @Nullable String scope;
    private @Nullable Boolean exclusive;
    private @Nullable EventDate until;

    Spell(Role role, EventDate since) {
        this.role = role;
        this.since = since;
    }

    void add(String announcement, PartnerAdded added) {
        announcements.add(announcement);
        products.addAll(added.products());
        scope = added.scope() == null ? scope : added.scope();
        exclusive = added.exclusive() == null ? exclusive : added.exclusive();
    }

    void end(String announcement, EventDate on) {
        announcements.add(announcement);
        until = on;
    }

    boolean isHeld() {
        return until == null;
    }

    HeldRole held() {
        return new HeldRole(
                role, since.earliest(), since, List.copyOf(products), List.copyOf(announcements), scope, exclusive);
    }

    LostRole lost() {
        EventDate end = Objects.requireNonNull(until);
        return new LostRole(role, since.earliest(), since, end.earliest(), end, List.copyOf(announcements));
    }
}
