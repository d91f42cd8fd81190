package io.partnerledger.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.partnerledger.page.Visit.DAY;
import static io.partnerledger.page.Visit.button;
import static io.partnerledger.page.Visit.section;
import static io.partnerledger.page.Visit.serious;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every view: it fits a narrow window and a dark one, takes the keyboard alone, and says when the ledger is gone. */
@ExtendWith(InChromium.class)
class EveryViewPageTest {

    private static final String AT = "subject=anthropic&asOf=position:129&validAt=" + DAY;

    private static final List<String> VIEWS = List.of(
            "?" + AT,
            "?view=network&" + AT,
            "?view=timeline&" + AT,
            "?view=changes&from=position:50&" + AT,
            "?view=replay&" + AT,
            "?view=record&" + AT,
            "?view=log&" + AT,
            "?view=deal&deal=amazon-anthropic-2023&" + AT,
            "?view=announcement&id=a20260501-4fkmxm64zjpq9mvm&act=rank&" + AT,
            "?explain=roster&" + AT);

    private static final String SIDEWAYS =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    @Test
    void noViewIsWiderThanANarrowWindowNorHarderToUseInTheDark(Visit visit) {
        Page page = visit.open("");
        page.setViewportSize(360, 740);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        for (String view : VIEWS) {
            page.navigate("/" + view);
            settled(page);
            Assertions.assertThat((Integer) page.evaluate(SIDEWAYS)).as(view).isZero();
            Assertions.assertThat(serious(page)).as(view).isEmpty();
        }
    }

    @Test
    void everythingIsReachedWithTheKeyboardAlone(Visit visit) {
        Page page = visit.open("?subject=anthropic&validAt=" + DAY + "&asOf=position:11");
        settled(page);
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        tabTo(page, page.getByLabel("Move the position"));
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("h1 ~ .when")).containsText("position 10");
        tabTo(page, page.locator("#tabs").getByText("Timeline"));
        page.keyboard().press("Enter");
        assertThat(page.locator(".told")).containsText("entries");
        tabTo(page, page.locator(".entry .ref").nth(3));
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog h2")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).isHidden();
        assertThat(page.locator(".entry .ref").nth(3)).isFocused();
    }

    @Test
    void aLedgerThatDoesNotAnswerIsSaidAndAskedAgain(Visit visit) {
        Page page = visit.open("?" + AT);
        settled(page);
        page.route("**/api/**", Route::abort);
        page.locator("#tabs").getByText("Changes").click();
        assertThat(page.locator(".failure")).containsText("The ledger does not answer.");
        page.unroute("**/api/**");
        button(page, "Try again").click();
        assertThat(section(page, "What moved committed")).isVisible();

        page.context().setOffline(true);
        Locator banner = page.getByRole(AriaRole.ALERT);
        assertThat(banner).containsText("What is on screen is what the ledger last said.");
        page.context().setOffline(false);
        assertThat(banner).isHidden();
    }

    @Test
    void whatIsNotThereIsSaidInTheWordsOfTheLedger(Visit visit) {
        Page page = visit.open("?subject=amazom");
        assertThat(page.locator(".failure").first()).containsText("Near names: amazon");
        page.navigate("/?view=deal&deal=nobodys-deal&subject=anthropic");
        assertThat(page.locator(".failure").first()).isVisible();
        page.navigate("/?view=announcement&id=a2020&subject=anthropic");
        assertThat(page.locator(".failure").first()).isVisible();
    }

    private static void settled(Page page) {
        assertThat(page.locator("[aria-busy=true]")).hasCount(0);
        assertThat(page.locator("h1").first()).isVisible();
    }

    private static void tabTo(Page page, Locator target) {
        page.waitForCondition(() -> {
            page.keyboard().press("Tab");
            return (boolean) target.evaluate("element => element === document.activeElement");
        });
    }
}
