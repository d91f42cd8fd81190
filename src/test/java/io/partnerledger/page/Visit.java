package io.partnerledger.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.partnerledger.RunningLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Somebody at the page: windows of one browser profile, and what the browser complained about. */
final class Visit implements AutoCloseable {

    /** The day that tests look from, so that tomorrow's run sees the same. */
    static final String DAY = "2026-11-23";

    private static final String SERIOUS = """
        async () => (await axe.run(document, { resultTypes: ['violations'], preload: false, iframes: false, selectors: false })).violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))
        """;

    private final BrowserContext context;
    private final RunningLedger ledger;
    private final List<String> complaints = new ArrayList<>();

    Visit(Browser browser, RunningLedger ledger) {
        this.ledger = ledger;
        context = browser.newContext(new NewContextOptions()
                .setBaseURL(ledger.url().toString())
                .setLocale("en-GB")
                .setViewportSize(1280, 900)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(20_000);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
    }

    RunningLedger ledger() {
        return ledger;
    }

    /** A new window at an address of the page: the query alone, as in {@code ?subject=anthropic}. */
    Page open(String query) {
        Page page = context.newPage();
        page.navigate("/" + query);
        return page;
    }

    static Locator section(Page page, String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    static String clipboard(Page page) {
        return (String) page.evaluate("() => navigator.clipboard.readText()");
    }

    /** What accessibility's checker finds serious in what is on screen. */
    static List<?> serious(Page page) {
        if (page.evaluate("() => typeof axe").equals("undefined")) {
            page.evaluate(Axe.SCRIPT);
        }
        return (List<?>) page.evaluate(SERIOUS);
    }

    void endsWithoutComplaint() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }

    private static final class Axe {

        static final String SCRIPT = read();

        private static String read() {
            try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
                return new String(script.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
