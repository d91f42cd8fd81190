package io.partnerledger.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerledger.capacity.Capacity;
import io.partnerledger.capacity.CapacityConflict;
import io.partnerledger.capacity.CapacityRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the real announcements say of capacity, worked out by hand from their lines. */
class CorpusCapacityTest {

    private static final Corpus CORPUS = Corpus.read("corpus.jsonl");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-11-23");

    @Test
    void eachCapacityStandsOnceByItsBestAndNewestTelling() {
        assertThat(rows(Capacity.of(CORPUS.standing(LAST_DAY))))
                .containsExactly(
                        "amazon null [Graviton, Trainium2, Trainium3, Trainium4]: contracted 5 gw A-013/3",
                        "amazon null [Trainium2, Trainium3]: contracted 1 gw A-013/4",
                        "amazon Project Rainier [Trainium2]: online 1 gw A-066/1",
                        "amazon null [Trainium]: contracted 1000000 trainium-chip A-012/1",
                        "amazon Project Rainier [Trainium2]: online 1000000 trainium-chip A-066/0",
                        "broadcom null [TPU]: contracted 3.5 gw A-025/0",
                        "fluidstack River Bend, Louisiana []: contracted 245 mw A-070/2",
                        "google null []: contracted 5 gw A-027/2",
                        "google null [TPU]: contracted 1 gw A-023/2",
                        "google null [TPU]: contracted 1000000 tpu A-023/1",
                        "hut-8 River Bend, Louisiana []: contracted 245 mw A-070/1",
                        "microsoft null [Azure, Grace Blackwell, Vera Rubin]: contracted 1 gw A-032/3",
                        "several-suppliers null []: contracted 1 gw A-072/0",
                        "spacex null [Colossus 1, Colossus 2]: contracted 325000 gpu A-042/0",
                        "spacex Memphis, Tennessee [GB200, H100, H200]: contracted 220000 gpu A-040/0",
                        "spacex Memphis, Tennessee [Nvidia GPU]: contracted 220000 gpu A-074/0",
                        "spacex null [Colossus 1, Colossus 2]: contracted undisclosed mw A-041/1",
                        "spacex Memphis, Tennessee []: contracted 300 mw A-074/1",
                        "spacex Memphis, Tennessee [Colossus 1]: contracted 300 mw A-039/1");
    }

    @Test
    void whatWasNotYetAnnouncedIsNotThere() {
        assertThat(rows(Capacity.of(CORPUS.standing(LocalDate.parse("2025-10-31")))))
                .containsExactly(
                        "amazon Project Rainier [Trainium2]: online 1 gw A-066/1",
                        "amazon Project Rainier [Trainium2]: online 1000000 trainium-chip A-066/0",
                        "google null [TPU]: contracted 1 gw A-023/2",
                        "google null [TPU]: contracted 1000000 tpu A-023/1");
    }

    @Test
    void whatCannotAllHoldIsShownUntilAnEditorSaysWhichIsADuplicate() {
        assertThat(conflicts(CORPUS))
                .containsExactly(
                        "SEVERAL_QUANTITIES [500000 trainium-chip, 1000000 trainium-chip] A-065 A-066",
                        "SEVERAL_QUANTITIES [1 gw, 3.5 gw] A-023 A-026",
                        "SEVERAL_QUANTITIES [220000 gpu, 222000 gpu] A-039 A-040",
                        "SEVERAL_PROVIDERS [broadcom, google] A-025 A-026");
        assertThat(conflicts(CORPUS.curated("curation-corpus.jsonl")))
                .containsExactly(
                        "SEVERAL_QUANTITIES [500000 trainium-chip, 1000000 trainium-chip] A-065 A-066",
                        "SEVERAL_QUANTITIES [220000 gpu, 222000 gpu] A-039 A-040");
    }

    private static List<String> conflicts(Corpus corpus) {
        return Capacity.of(corpus.standing(LAST_DAY)).conflicts().stream()
                .map(CorpusCapacityTest::written)
                .toList();
    }

    private static String written(CapacityConflict conflict) {
        return conflict.type()
                + " "
                + conflict.values()
                + " "
                + conflict.sides().stream()
                        .map(CapacityConflict.Side::announcement)
                        .collect(Collectors.joining(" "));
    }

    private static List<String> rows(Capacity capacity) {
        return capacity.rows().stream().map(CorpusCapacityTest::written).toList();
    }

    private static String written(CapacityRow row) {
        return row.key().provider()
                + " "
                + row.key().site()
                + " "
                + row.key().products()
                + ": "
                + row.requireBelieved().said().status().name().toLowerCase(Locale.ROOT)
                + " "
                + row.requireBelieved().written()
                + " "
                + row.requireBelieved().stated().announcement()
                + "/"
                + row.requireBelieved().stated().index();
    }
}
