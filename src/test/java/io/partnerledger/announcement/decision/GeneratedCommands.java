package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Samples.ID;

import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.AnnouncementCommand.CorrectAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.CorroborateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.DisputeAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.LinkDuplicate;
import io.partnerledger.announcement.AnnouncementCommand.RankAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RecordAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.ReinstateAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.RetractAnnouncement;
import io.partnerledger.announcement.AnnouncementCommand.UnlinkDuplicate;
import io.partnerledger.announcement.Rank;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Commands of every kind to one announcement, over so few values that they meet one another. */
final class GeneratedCommands {

    private final Random random;
    private final GeneratedStatements parts;

    private GeneratedCommands(Random random) {
        this.random = random;
        this.parts = new GeneratedStatements(random);
    }

    static Arbitrary<List<AnnouncementCommand>> conversations() {
        return Arbitraries.randomValue(GeneratedCommands::new)
                .map(GeneratedCommands::command)
                .list()
                .ofMaxSize(40);
    }

    private AnnouncementCommand command() {
        return switch (random.nextInt(9)) {
            case 0 -> new RecordAnnouncement(ID, parts.date(), parts.source(), parts.list());
            case 1 ->
                new CorrectAnnouncement(
                        ID,
                        revision(),
                        parts.text(),
                        parts.maybe(parts::source),
                        parts.maybe(parts::source),
                        parts.maybe(parts::date),
                        parts.maybe(parts::list));
            case 2 -> new DisputeAnnouncement(ID, revision(), parts.maybe(parts::text), parts.source(), indexes());
            case 3 -> new CorroborateAnnouncement(ID, revision(), parts.maybe(parts::text), parts.source(), indexes());
            case 4 -> new RankAnnouncement(ID, revision(), parts.one(Rank.values()), parts.text());
            case 5 -> new LinkDuplicate(ID, revision(), parts.one("first", "second", ID, ""), parts.text());
            case 6 -> new UnlinkDuplicate(ID, revision(), parts.maybe(parts::text));
            case 7 -> new RetractAnnouncement(ID, revision(), parts.text(), parts.maybe(parts::source));
            default -> new ReinstateAnnouncement(ID, revision(), parts.text(), parts.maybe(parts::source));
        };
    }

    private @Nullable Long revision() {
        return random.nextInt(4) > 0 ? null : random.nextLong(6);
    }

    private List<Integer> indexes() {
        return random.ints(random.nextInt(3), -1, 4).boxed().toList();
    }
}
