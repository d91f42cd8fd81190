package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two ledgers that are served at the same address one after the other, as when a reader changes to another home. */
class TwoLedgersTest {

    @TempDir
    Path home;

    @Test
    void whatABrowserKeptOfTheOneIsNotTakenForTheOther() {
        List<String> tags = new ArrayList<>();
        for (int number : List.of(1, 2)) {
            try (RunningLedger ledger =
                    RunningLedger.start("--ledger.home=" + home.resolve("home" + number), "--ledger.journal=none")) {
                long position = ledger.post("/api/announcements?register=true", SeveralNodesTest.announcement(number))
                        .json()
                        .path("position")
                        .asLong();
                String question = "/api/announcements?minPosition=" + position;
                String tag = ledger.get(question).header("ETag");
                assertThat(ledger.get(question, "If-None-Match", tag).status()).isEqualTo(304);
                tags.add(tag);
            }
        }
        assertThat(tags).doesNotHaveDuplicates();
    }
}
