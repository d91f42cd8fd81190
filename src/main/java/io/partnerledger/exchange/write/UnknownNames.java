package io.partnerledger.exchange.write;

import io.partnerledger.announcement.AnnouncementEntry;
import io.partnerledger.announcement.AnnouncementEntry.UnknownName;
import io.partnerledger.announcement.Recording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that nobody bore when a line came to them, each once. Only a dry run tells them: the nearest known ones are
 * looked for in the whole registry.
 */
final class UnknownNames {

    private final AnnouncementEntry announcements;
    private final Map<String, UnknownName> names = new LinkedHashMap<>();

    UnknownNames(AnnouncementEntry announcements) {
        this.announcements = announcements;
    }

    void note(Recording recording) {
        if (names.size() >= ImportPass.MOST_FAULTS) {
            return;
        }
        announcements.unknown(recording.statements()).forEach(name -> names.putIfAbsent(name.name(), name));
    }

    List<UnknownName> told() {
        return List.copyOf(names.values());
    }
}
