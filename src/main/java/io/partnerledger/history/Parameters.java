package io.partnerledger.history;

import io.partnerledger.standing.At;
import io.partnerledger.standing.BadPoint;
import io.partnerledger.standing.Nearest;
import io.partnerledger.standing.OrganizationVersion;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.UnknownSubject;
import io.partnerledger.wire.StatementKinds;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the list routes take, checked. */
final class Parameters {

    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private Parameters() {}

    static Entry.@Nullable Status status(@Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            return Entry.Status.valueOf(given.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadPoint("status", "status is standing, retracted, deprecated or duplicate, not " + given);
        }
    }

    static @Nullable LocalDate day(String parameter, @Nullable String given) {
        return given == null ? null : At.day(parameter, given);
    }

    static int within(String parameter, int given, int least, int most) {
        if (given < least || given > most) {
            throw new BadPoint(parameter, parameter + " is " + least + " to " + most + ", not " + given);
        }
        return given;
    }

    /** The position that a cursor says, which the log has; null where none is given. */
    static @Nullable Long position(@Nullable String cursor, long head) {
        if (cursor == null) {
            return null;
        }
        if (!POSITION.matcher(cursor).matches() || Long.parseLong(cursor) > head) {
            throw BadPoint.ofAnotherList();
        }
        return Long.valueOf(cursor);
    }

    /** The id that a cursor says, which is registered; before all others where none is given. */
    static String id(@Nullable String cursor, Registry registry) {
        if (cursor == null) {
            return "";
        }
        return registry.organization(cursor)
                .map(OrganizationVersion::organization)
                .orElseThrow(BadPoint::ofAnotherList);
    }

    static @Nullable String kind(@Nullable String given) {
        if (given != null && StatementKinds.named(given).isEmpty()) {
            throw new BadPoint("kind", "kind is one of " + String.join(", ", StatementKinds.all()) + "; not " + given);
        }
        return given;
    }

    static String known(Registry registry, String organization) {
        return registry.find(organization)
                .orElseThrow(() -> new UnknownSubject(
                        organization, Nearest.to(organization, registry.ids().toList())));
    }
}
