package io.partnerledger.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.partnerledger.page.Visit.DAY;
import static io.partnerledger.page.Visit.link;
import static io.partnerledger.page.Visit.section;
import static io.partnerledger.page.Visit.serious;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that was said, and the pages of what it was said about. */
@ExtendWith(InChromium.class)
class TimelinePageTest {

    private static final String TIMELINE = "?view=timeline&subject=anthropic&validAt=" + DAY;
    private static final int ALL = 10_000;

    @Test
    void wordsAndKindsNarrowTheTimeline(Visit visit) {
        Page page = visit.open(TIMELINE + "&asOf=position:129");
        Locator told = page.locator(".told");
        assertThat(told).hasText("172 entries");
        Assertions.assertThat(serious(page)).isEmpty();

        page.getByLabel("Search").fill("Colossus");
        assertThat(told).not().hasText("172 entries");
        assertThat(page.locator(".entry .what").first()).containsText("Colossus");
        page.getByLabel("Search").fill("");
        page.getByLabel("Kind").selectOption("tranche-paid");
        assertThat(page.locator(".entry .kind").first()).hasText("tranche paid");
        Assertions.assertThat(page.url()).contains("kind=tranche-paid");
        page.getByLabel("Search").fill("nothing says this");
        assertThat(page.locator(".empty")).hasText("Nothing fits these filters.");
    }

    @Test
    void tenThousandEntriesScrollToTheLast(Visit visit) {
        Page page = visit.open("?subject=akamai");
        page.route("**/api/timeline?*", TimelinePageTest::aLongOne);
        link(page, "Timeline").click();

        Locator feed = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Entries"));
        assertThat(feed).containsText("entry 0 ");
        page.waitForCondition(() -> {
            feed.evaluate("feed => feed.scrollTop = feed.scrollHeight");
            return feed.innerText().contains("entry 9999 ");
        });
        assertThat(page.locator(".told")).hasText("10,000 entries");
        Assertions.assertThat(feed.locator("li").count()).isLessThan(60);
    }

    @Test
    void aDealTellsItsLifeAndAnAnnouncementItsHistory(Visit visit) {
        Page page = visit.open("?view=deal&deal=anthropic-google-cloud-2023&subject=anthropic&validAt=" + DAY);
        assertThat(section(page, "As it stands")).containsText("$3bn");
        assertThat(section(page, "Sources disagree")).containsText("several ceilings");
        Locator life = section(page, "How it came about");
        assertThat(life.locator(".life > li")).hasCount(2);
        assertThat(life).containsText("not counted: superseded");
        assertThat(life).containsText("counted: committed");
        Assertions.assertThat(serious(page)).isEmpty();

        life.locator(".ref").first().click();
        page.getByText("Open on a page of its own").click();
        assertThat(section(page, "On whose word")).containsText("Taranga News");
        assertThat(section(page, "History")).containsText("recorded");
        Assertions.assertThat(serious(page)).isEmpty();
    }

    private static void aLongOne(Route route) {
        String url = route.request().url();
        int from = url.contains("cursor=") ? Integer.parseInt(url.replaceAll(".*cursor=(\\d+).*", "$1")) : 0;
        int to = Math.min(ALL, from + 1000);
        String items =
                IntStream.range(from, to).mapToObj(i -> """
                    {"position":%d,"announcement":"a%d","statement":0,"announcedOn":"2026","recordedAt":"2026-11-01T00:00:00Z",
                     "kind":"partner-added","headline":"entry %d of many","organizations":[],"status":"standing",
                     "source":{"publisher":"P","tier":"social","url":null}}\
                    """.formatted(i, i, i)).collect(Collectors.joining(","));
        route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody("""
                    {"subject":"akamai","mergedFrom":[],"validAt":"2026-11-23","asOf":null,"position":129,"rules":1,
                     "permalink":"/api/timeline","items":[%s],"next":%s}\
                    """.formatted(
                                items, to < ALL ? "\"" + to + "\"" : "null")));
    }
}
