package io.partnerledger.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.partnerledger.page.Visit.button;
import static io.partnerledger.page.Visit.link;
import static io.partnerledger.page.Visit.section;
import static io.partnerledger.page.Visit.serious;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.partnerledger.RunningLedger.Answer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an editor records, corrects and takes back, and how it arrives where others look. */
@ExtendWith(InChromium.class)
class RecordPageTest {

    @Test
    void anAnnouncementArrivesInAnotherWindowAndIsRetractedThere(Visit visit) {
        Page other = visit.open("?subject=menlo-ventures");
        Locator roster = section(other, "Roster");
        assertThat(roster).containsText("No partner of Menlo Ventures");

        Page page = visit.open("?view=record&subject=menlo-ventures");
        fill(page, "Menlo Ventures", "Example Foundry supplies Menlo", "https://example.org/foundry-menlo");
        assertThat(section(page, "Preview"))
                .containsText("Example Foundry is a partner of Menlo Ventures: chip supplier");
        assertThat(section(page, "Preview")).containsText("comes as a partner of Menlo Ventures: chip supplier");
        assertThat(page.getByText("Not known yet: it is registered under this name."))
                .isVisible();
        Assertions.assertThat(serious(page)).isEmpty();
        button(page, "Record").click();

        assertThat(page.locator("h1")).hasText("Example Foundry supplies Menlo");
        assertThat(roster).containsText("Example Foundry");
        assertThat(other.locator("#toast")).containsText("new entries");

        link(page, "Retract").click();
        assertThat(section(page, "Change it")).containsText("on this announcement alone");
        Assertions.assertThat(serious(page)).isEmpty();
        page.getByLabel("Reason").fill("The foundry denies it");
        button(page, "Retract").click();
        assertThat(section(page, "What it says").locator(".badge").first()).hasText("retracted");
        assertThat(section(page, "History")).containsText("The foundry denies it");
        assertThat(roster).containsText("No partner of Menlo Ventures");
    }

    @Test
    void whatIsRecordedAlreadyIsSaidBeforeItIsSent(Visit visit) {
        Page page = visit.open("?view=record&subject=anthropic");
        page.getByLabel("Web address")
                .fill(
                        "https://www.edgen.tech/news/post/anthropic-adds-spacex-to-its-multi-billion-dollar-ai-compute-network");
        assertThat(section(page, "Recorded already?")).containsText("The same address");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldWhileItIsTyped(Visit visit) {
        Page page = visit.open("?view=record&subject=anthropic");
        page.getByLabel("Announced on").fill("last week");
        page.getByLabel("Publisher").focus();
        assertThat(page.getByText("A day, a month or a year")).isVisible();
        assertThat(page.getByLabel("Announced on")).hasAttribute("aria-invalid", "true");
        page.getByLabel("Announced on").fill("2026-13");
        page.getByLabel("Web address").fill("javascript:alert(1)");
        page.getByLabel("Title").focus();
        assertThat(page.getByText("It begins with http:// or https://.")).isVisible();
        page.getByLabel("Web address").fill("");
        button(page, "Record").click();
        assertThat(page.getByLabel("Publisher")).isFocused();

        page.getByLabel("Publisher").fill("P");
        page.getByLabel("Title").fill("T");
        page.getByLabel("Tier").selectOption("social");
        page.getByLabel("Kind").selectOption("tranche-paid");
        page.getByLabel("Deal").fill("a-deal");
        page.getByLabel("Qualifier").selectOption("undisclosed");
        assertThat(page.getByLabel("Value")).isHidden();
        button(page, "Record").click();
        assertThat(page.getByText("months run from 01 to 12").first()).isVisible();
        assertThat(page.getByLabel("Announced on")).isFocused();
    }

    @Test
    void aCorrectionSendsOnlyWhatItReplaces(Visit visit) {
        Page page = visit.open("?view=record&subject=menlo-ventures");
        fill(page, "CoreWeave", "Example Metals supplies CoreWeave", "https://example.org/metals");
        button(page, "Record").click();
        link(page, "Correct").click();
        page.getByLabel("Reason").first().fill("It is a customer");
        page.getByLabel("chip supplier").uncheck();
        page.getByLabel("customer", new Page.GetByLabelOptions().setExact(true)).check();
        button(page, "Correct").click();
        Locator history = section(page, "History");
        assertThat(history.locator(".given")).containsText("Example Metals is a partner of CoreWeave: customer");
        assertThat(history.locator(".taken")).containsText("chip supplier");
        assertThat(history).not().containsText("replaced: source");
    }

    @Test
    void whatIsBeingWrittenStaysWhenEntriesArrive(Visit visit) {
        String id = recorded(visit, "Example Glass supplies Akamai", "2026-11-19");
        Page page = visit.open("?view=announcement&act=correct&id=" + id);
        page.getByLabel("Reason").first().fill("It is a customer");
        page.getByLabel("Reason").first().focus();

        recorded(visit, "Example Sand supplies Akamai", "2026-11-18");
        assertThat(page.locator("#toast")).containsText("new entries");
        post(visit, "/api/announcements/" + id + "/disputes", """
            {"reason": "Akamai denies it", "source": {"publisher": "Akamai", "title": "No", "tier": "company-statement"}}
            """);
        assertThat(section(page, "Change it")).containsText("It was changed while you were writing");
        assertThat(section(page, "Disputed and corroborated")).containsText("Akamai denies it");
        assertThat(page.getByLabel("Reason").first()).hasValue("It is a customer");
        assertThat(page.getByLabel("Reason").first()).isFocused();
        Assertions.assertThat(serious(page)).isEmpty();

        page.getByLabel("Exclusive").selectOption("yes");
        button(page, "Correct").click();
        assertThat(section(page, "Change it")).containsText("412 stale-revision");
        assertThat(page.getByLabel("Reason").first()).hasValue("It is a customer");
    }

    private static String recorded(Visit visit, String title, String day) {
        String supplier = title.substring(0, title.indexOf(" supplies"));
        return post(visit, "/api/announcements?register=true", """
            {"announcedOn": "%s", "source": {"publisher": "Example Wire", "title": "%s", "tier": "named-reporting"},
             "statements": [{"kind": "partner-added", "subject": "Akamai", "partner": "%s", "roles": ["chip-supplier"]}]}
            """.formatted(day, title, supplier))
                .json()
                .path("id")
                .asString();
    }

    private static Answer post(Visit visit, String path, String body) {
        Answer answer = visit.ledger().post(path, body);
        Assertions.assertThat(answer.status()).as(answer.text()).isLessThan(300);
        return answer;
    }

    private static void fill(Page page, String subject, String title, String url) {
        page.getByLabel("Announced on").fill("2026-11-20");
        page.getByLabel("Publisher").fill("Example Wire");
        page.getByLabel("Title").fill(title);
        page.getByLabel("Tier").selectOption("company-statement");
        page.getByLabel("Web address").fill(url);
        page.getByLabel("Kind").selectOption("partner-added");
        page.getByLabel("Subject", new Page.GetByLabelOptions().setExact(true))
                .last()
                .fill(subject);
        page.getByLabel("Partner", new Page.GetByLabelOptions().setExact(true))
                .fill(title.substring(0, title.indexOf(" supplies")));
        page.getByLabel("chip supplier").check();
    }
}
