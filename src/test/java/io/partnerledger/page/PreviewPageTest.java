package io.partnerledger.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.partnerledger.page.Visit.button;
import static io.partnerledger.page.Visit.section;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What would change is shown before anything is stored. */
@ExtendWith(InChromium.class)
class PreviewPageTest {

    private static final String ENTRY = """
        {"announcedOn":"2026-11-21","source":{"publisher":"Example Wire","title":"%s","tier":"social"},
         "statements":[{"kind":"commitment-made","deal":"%s","from":"SK hynix","to":"Micron",
         "instrument":"debt","stage":"binding","amount":{"qualifier":"exact","value":"7000000","currency":"USD"}}]}\
        """;

    @Test
    void aRetractionIsTriedOutBeforeItIsSent(Visit visit) {
        Page page = visit.open("?view=announcement&id=a20260420-0dw8r66dfpvw30mw&act=retract&subject=anthropic");
        long before = position(visit);
        page.getByLabel("Reason").fill("misread");
        Locator change = section(page, "Change it").locator(".trial");
        assertThat(change).containsText("What would change");
        assertThat(change).containsText("Anthropic → Amazon purchase");
        assertThat(change).containsText("committed: 100,000,000,000 USD 0 USD");
        Assertions.assertThat(position(visit)).isEqualTo(before);
    }

    @Test
    void aFileIsTriedOutAndThenImported(Visit visit) {
        Page page = visit.open("?view=log&subject=anthropic");
        Locator importing = section(page, "Import");
        give(page, ENTRY.formatted("One", "hynix-micron-1").replace("\n", "") + "\n{\"announcedOn\":\"2026-13\"}\n");
        assertThat(importing).containsText("months run from 01 to 12");
        assertThat(button(page, "Import")).isHidden();

        give(
                page,
                ENTRY.formatted("One", "hynix-micron-1").replace("\n", "") + "\n"
                        + ENTRY.formatted("Two", "hynix-micron-2").replace("\n", "") + "\n");
        assertThat(importing).containsText("2 lines would be recorded");
        assertThat(importing).containsText("committed: 0 USD 14,000,000 USD");
        button(page, "Import").click();
        assertThat(importing).containsText("2 lines were recorded");
        page.navigate("/?subject=micron");
        assertThat(section(page, "Money")).containsText("$14m");
    }

    @Test
    void whatIsThereAlreadyIsShown(Visit visit) {
        String events = visit.ledger().get("/api/events").text();
        Page page = visit.open("?view=log&subject=anthropic");
        give(page, first("organization.registered", events) + "\n" + first("announcement.recorded", events));

        Locator lines = section(page, "Import").getByRole(AriaRole.LISTITEM);
        assertThat(lines.nth(1).getByRole(AriaRole.LINK)).hasAttribute("href", Pattern.compile("id=a\\d{8}-"));
        lines.nth(0).getByRole(AriaRole.LINK).click();
        assertThat(section(page, "Money")).isVisible();
    }

    private static String first(String type, String events) {
        return events.lines().filter(event -> event.contains(type)).findFirst().orElseThrow();
    }

    @Test
    void theLogIsSavedInEachForm(Visit visit) throws IOException {
        Page page = visit.open("?view=log&subject=anthropic");
        Download events = page.waitForDownload(
                () -> button(page, "Save the log as CloudEvents").click());
        Assertions.assertThat(Files.readString(events.path())).startsWith("{\"specversion\":\"1.0\"");
        Download journal = page.waitForDownload(
                () -> button(page, "Save the log as hledger").click());
        Assertions.assertThat(Files.readString(journal.path())).startsWith("; partner-ledger, valid at ");
    }

    private static void give(Page page, String text) {
        page.getByLabel("File")
                .setInputFiles(new FilePayload(
                        "entries.ndjson", "application/x-ndjson", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static long position(Visit visit) {
        return visit.ledger().get("/api/totals").json().path("position").asLong();
    }
}
