package io.partnerledger.announcement.decision;

import static io.partnerledger.announcement.Samples.DAY;
import static io.partnerledger.announcement.Samples.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.announcement.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnnouncementIdsPropertiesTest {

    @Property
    void theOrderOfStatementsDoesNotMatter(@ForAll("statements") List<Statement> statements, @ForAll Random random) {
        List<Statement> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, random);

        assertThat(AnnouncementIds.of(DAY, SOURCE, shuffled)).isEqualTo(AnnouncementIds.of(DAY, SOURCE, statements));
    }

    @Property
    void oneStatementMoreIsAnotherAnnouncement(
            @ForAll("statements") List<Statement> statements, @ForAll("statements") List<Statement> more) {
        List<Statement> all = new ArrayList<>(statements);
        all.addAll(more);

        assertThat(AnnouncementIds.of(DAY, SOURCE, all).equals(AnnouncementIds.of(DAY, SOURCE, statements)))
                .isEqualTo(more.isEmpty());
    }

    @Provide
    Arbitrary<List<Statement>> statements() {
        return Arbitraries.randomValue(random -> new GeneratedStatements(random).list());
    }
}
