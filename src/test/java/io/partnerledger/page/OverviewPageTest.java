package io.partnerledger.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.partnerledger.page.Visit.DAY;
import static io.partnerledger.page.Visit.button;
import static io.partnerledger.page.Visit.clipboard;
import static io.partnerledger.page.Visit.section;
import static io.partnerledger.page.Visit.serious;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an analyst finds about one organization, and how they cite it. */
@ExtendWith(InChromium.class)
class OverviewPageTest {

    private static final String ANTHROPIC = "?subject=anthropic&validAt=" + DAY;

    @Test
    void theSixPartnersOfTheArticleAreOnTheRoster(Visit visit) {
        Page page = visit.open(ANTHROPIC + "&asOf=position:11");

        Locator roster = section(page, "Roster");
        assertThat(roster.locator("tr.first .organization"))
                .hasText(new String[] {"Amazon", "Broadcom", "Google", "Microsoft", "Nvidia", "SpaceX"});
        assertThat(section(page, "Claims")).containsText("Claimed at least 7 partners");
        assertThat(section(page, "Claims")).containsText("6 named and matched, 1 unnamed");
    }

    @Test
    void theTotalOfGoogleSaysWhyItIsWhatItIs(Visit visit) {
        Page page = visit.open(ANTHROPIC);
        section(page, "Money")
                .locator(".row")
                .filter(new Locator.FilterOptions().setHasText("Google"))
                .filter(new Locator.FilterOptions().setHasText("equity"))
                .first()
                .locator(".sum .figure")
                .click();

        Locator panel = page.locator("dialog");
        assertThat(panel.locator("h2")).hasText("Google → Anthropic, equity");
        assertThat(panel).containsText("Counted");
        assertThat(panel).containsText("Not counted");
        assertThat(panel.locator(".lines blockquote").first()).isVisible();
        assertThat(panel.locator(".badge.warn").first()).isVisible();
        Assertions.assertThat(page.url()).contains("explain=totals/google/anthropic/equity/USD");
        Assertions.assertThat(serious(page)).isEmpty();

        panel.locator(".lines .ref").first().click();
        assertThat(panel.locator("h2")).containsText("Announcement #");
        Locator source = panel.locator(".source a.out").first();
        assertThat(source).hasAttribute("rel", "noopener noreferrer");
        page.keyboard().press("Escape");
        assertThat(panel.locator("h2")).hasText("Google → Anthropic, equity");
        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
    }

    @Test
    void goingBackToADayChangesWhoIsThere(Visit visit) {
        Page page = visit.open(ANTHROPIC);
        Locator partners = section(page, "Roster").locator(".lead");
        assertThat(partners).containsText("21 partners");

        page.getByLabel("As announced by").fill("2023-12-31");

        assertThat(partners).containsText("by 2023-12-31");
        assertThat(section(page, "Roster").locator("tr.first .organization"))
                .hasText(new String[] {"Amazon", "FTX", "Google", "Salesforce", "SK Telecom"});
        Assertions.assertThat(page.url()).contains("validAt=2023-12-31");
        page.goBack();
        assertThat(partners).containsText("21 partners");
    }

    @Test
    void theDayHandleReachesBackThoughDatesAreOpenAtTheirStart(Visit visit) {
        Page page = visit.open("");
        page.route(
                "**/api/timeline?limit=*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("""
                            {"items":[{"announcedOn":"../2026"},{"announcedOn":"/2025-06"},{"announcedOn":"201X"},
                                      {"announcedOn":"2021-24"}],"next":null}\
                            """)));
        page.navigate("/" + ANTHROPIC);
        Locator handle = page.locator("#valid-day");
        assertThat(handle).not().hasAttribute("max", "0");

        handle.evaluate("handle => { handle.value = 0; handle.dispatchEvent(new Event('input')); }");

        assertThat(page.getByLabel("As announced by")).hasValue("2010-01-01");
    }

    @Test
    void aFigureThatIsNoneIsSaidToBeUnknown(Visit visit) {
        for (String figure : List.of("zzz", "constructor/anthropic", "timeline")) {
            Page page = visit.open(ANTHROPIC + "&explain=" + figure);
            assertThat(page.locator("dialog .failure")).hasText("No figure is called " + figure + ".");
            page.close();
        }
    }

    @Test
    void aCitedViewReadsTheSameWhenItIsReopened(Visit visit) {
        Page page = visit.open("?subject=spacex&validAt=" + DAY + "&asOf=position:114");
        assertThat(section(page, "Money")).containsText("$45bn");
        button(page, "Copy link to exactly this").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Copied");
        String cited = clipboard(page);
        Assertions.assertThat(cited).contains("validAt=" + DAY).endsWith("asOf=position:114");
        String money = section(page, "Money").innerText();

        Page reopened = visit.open(cited.substring(cited.indexOf('?')));

        assertThat(section(reopened, "Money")).containsText("$45bn");
        Assertions.assertThat(section(reopened, "Money").innerText()).isEqualTo(money);
    }
}
