package io.partnerledger.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.partnerledger.page.Visit.DAY;
import static io.partnerledger.page.Visit.button;
import static io.partnerledger.page.Visit.section;
import static io.partnerledger.page.Visit.serious;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How it came to be as it is: what moved between two points, and history played step by step. */
@ExtendWith(InChromium.class)
class HistoryPageTest {

    @Test
    void whatMovedIsToldByCause(Visit visit) {
        Page page = visit.open("?view=changes&subject=spacex&from=position:114&asOf=position:129&validAt=" + DAY);
        Locator moved = section(page, "Money in, purchase, USD");
        assertThat(moved.locator("svg"))
                .hasAttribute("aria-label", "Money in, purchase, USD: before $0, ranking $45bn, after $45bn");
        assertThat(moved).containsText("ranking");
        assertThat(moved.locator(".ref").first()).hasText("#110");
        Assertions.assertThat(serious(page)).isEmpty();

        page.getByLabel("Figure").selectOption("paid");
        assertThat(section(page, "What moved paid")).containsText("paid did not move; committed");
        page.getByLabel("Known from").fill("2026-11-01");
        page.getByLabel("Known from").press("Enter");
        assertThat(section(page, "What moved paid")).containsText("From position 11 to 129");
    }

    @Test
    void historyIsSteppedAndPlayed(Visit visit) {
        Page page = visit.open("?view=replay&subject=anthropic&asOf=position:11&validAt=" + DAY);
        Locator roster = section(page, "Roster");
        assertThat(roster).containsText("6 partners");
        Assertions.assertThat(serious(page)).isEmpty();

        page.getByLabel("Speed").selectOption("8");
        button(page, "Play").click();
        assertThat(button(page, "Pause")).isVisible();
        assertThat(page.locator(".player .where")).not().containsText("Step 4 of");
        button(page, "Pause").click();
        assertThat(button(page, "Play")).isVisible();

        button(page, "First").click();
        assertThat(section(page, "What did it")).containsText("SpaceX is cloud-provider of Anthropic");
        assertThat(roster).containsText("1 partner");
        Assertions.assertThat(page.url()).contains("asOf=position:8");
        button(page, "Step").click();
        assertThat(section(page, "What did it")).containsText("Anthropic has at least 7 partners");
        button(page, "Step").click();
        assertThat(roster).containsText("6 partners");
        assertThat(roster.locator(".come").first()).isVisible();
        assertThat(section(page, "What did it").locator(".effect")).containsText("+$4bn committed");
        assertThat(section(page, "Graph").locator("svg")).hasAttribute("aria-label", "7 organizations, 3 flows");
        button(page, "Last").click();
        assertThat(button(page, "Last")).isDisabled();
    }

    @Test
    void theWorldIsPlayedDayByDayToo(Visit visit) {
        Page page = visit.open("?view=replay&subject=anthropic&by=day&asOf=position:129&validAt=2023-09-25");
        assertThat(section(page, "What did it")).containsText("Amazon commits");
        assertThat(section(page, "Roster").locator(".chips")).containsText("FTX");
        button(page, "Step").click();
        assertThat(section(page, "Roster").locator(".lead")).hasText("5 partners");
        Assertions.assertThat(page.url()).contains("validAt=2023-10-27");
    }

    @Test
    void aRebuildShowsThatNothingDiffers(Visit visit) {
        Page page = visit.open("?view=log&subject=anthropic");
        Locator tables = section(page, "Read tables");
        assertThat(tables).containsText("up to date");
        Assertions.assertThat(serious(page)).isEmpty();
        button(page, "Rebuild from the first event").click();
        assertThat(tables).containsText("The rebuilt table is the same as the live one");
        assertThat(tables.locator("progress")).isVisible();
    }
}
