package io.partnerledger.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.partnerledger.page.Visit.DAY;
import static io.partnerledger.page.Visit.button;
import static io.partnerledger.page.Visit.section;
import static io.partnerledger.page.Visit.serious;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The graph of money, its circles, and what is saved of it. */
@ExtendWith(InChromium.class)
class NetworkPageTest {

    private static final String NETWORK = "?view=network&subject=anthropic&asOf=position:129&validAt=" + DAY;

    @Test
    void circlesAreFoundAndPickedOut(Visit visit) {
        Page page = visit.open(NETWORK);
        Locator edges = page.locator(".graph .edge");
        assertThat(section(page, "Circular flows").locator("li")).hasCount(3);
        assertThat(page.locator(".graph .edge.dim")).hasCount(0);
        Assertions.assertThat(serious(page)).isEmpty();

        section(page, "Circular flows")
                .locator("li")
                .first()
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(page.locator(".graph .edge:not(.dim)")).hasCount(3);
        Assertions.assertThat(page.url()).contains("circle=0");
        assertThat(section(page, "Flows").locator("tbody tr")).hasCount(3);
        Assertions.assertThat(edges.count()).isGreaterThan(20);

        section(page, "Flows").locator("td .figure").first().click();
        assertThat(page.locator("dialog h2")).containsText("→");
    }

    @Test
    void theGraphIsNarrowedByInstrumentAndRole(Visit visit) {
        Page page = visit.open(NETWORK);
        page.getByLabel("Instrument").selectOption("convertible-note");
        assertThat(page.locator(".graph .edge:not(.dim)")).hasCount(2);
        page.getByLabel("Instrument").selectOption("");
        page.getByLabel("Role").selectOption("chip-supplier");
        assertThat(page.locator(".graph .node.dim").first()).isVisible();
        page.getByLabel("Around").selectOption("all");
        assertThat(page.locator("h1")).hasText("The whole ledger");
        assertThat(page.locator(".graph")).containsText("OpenAI");
        Assertions.assertThat(serious(page)).isEmpty();
    }

    @Test
    void picturesAndTablesAreSaved(Visit visit) throws IOException {
        Page page = visit.open(NETWORK);
        Download svg =
                page.waitForDownload(() -> button(page, "Save the graph as SVG").click());
        Assertions.assertThat(svg.suggestedFilename()).isEqualTo("flows-anthropic-2026-11-23-position-129.svg");
        Assertions.assertThat(Files.readString(svg.path()))
                .contains("Microsoft", "viewBox")
                .doesNotContain("class=");
        Download png =
                page.waitForDownload(() -> button(page, "Save the graph as PNG").click());
        Assertions.assertThat(Files.size(png.path())).isGreaterThan(20_000);
        Download csv =
                page.waitForDownload(() -> button(page, "Save the flows as CSV").click());
        Assertions.assertThat(Files.readString(csv.path())).startsWith("from,to,instrument,currency");

        page.navigate("/?subject=anthropic&asOf=position:129&validAt=" + DAY);
        Download money =
                page.waitForDownload(() -> button(page, "Save the money as SVG").click());
        Assertions.assertThat(Files.readString(money.path()))
                .contains("Money out", "Google, purchase: $3bn outstanding", "1 undisclosed", "<rect");
    }
}
