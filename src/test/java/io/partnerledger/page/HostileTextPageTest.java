package io.partnerledger.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.partnerledger.page.Visit.DAY;
import static io.partnerledger.page.Visit.section;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.partnerledger.RunningLedger.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What sources and organizations call themselves is text, whatever it looks like. */
@ExtendWith(InChromium.class)
class HostileTextPageTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> NAMES = List.of(
            "<img src=x onerror=alert(1)>",
            "\"><script>alert(2)</script>",
            "<svg/onload=alert(3)>",
            "javascript:alert(4)",
            "</textarea></title><iframe src=javascript:alert(5)>",
            "{{constructor.constructor('alert(6)')()}} ${alert(6)}",
            "&lt;b&gt;bold&lt;/b&gt; &#60;i&#62;",
            "'; DROP TABLE standing; --",
            "شركة <b>الذكاء</b> الاصطناعي",
            "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
            "W".repeat(400));

    private static final List<String> URLS = List.of(
            "https://example.org/?q='onmouseover='alert(7)",
            "http://example.org/javascript:alert(8)",
            "HTTPS://user:secret@example.org:443/%22%3E%3Cscript%3Ealert(9)%3C/script%3E#x",
            "https://xn--80ak6aa92e.com/" + "a".repeat(1900));

    private static final String LINKS = """
        () => [...document.querySelectorAll('a[href]')]
          .filter((a) => !['http:', 'https:'].includes(a.protocol)
            || (a.origin !== location.origin && a.rel !== 'noopener noreferrer'))
          .map((a) => a.outerHTML)
        """;

    @Test
    void namesAndAddressesAreShownAsTheyAreWritten(Visit visit) {
        String announcement = record(visit);
        List<String> dialogs = new ArrayList<>();
        Page page = visit.open("?subject=hostile-lab&validAt=" + DAY);
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });

        Locator roster = section(page, "Roster");
        assertThat(roster.locator("tr.first")).hasCount(NAMES.size());
        Assertions.assertThat(roster.locator("tr.first .organization").allTextContents())
                .containsAll(NAMES);
        assertThat(section(page, "Sources of roster and claims")).containsText(NAMES.getFirst());
        assertThat(section(page, "Money")).containsText(NAMES.get(1));

        page.navigate("/?subject=hostile-lab&announcement=" + announcement);
        assertThat(page.locator("dialog .source").first()).containsText(NAMES.get(2));
        assertThat(page.locator("dialog")).containsText(URLS.getFirst());
        for (String view : List.of(
                "network",
                "timeline",
                "changes",
                "replay",
                "deal&deal=hostile-deal-0",
                "announcement&act=correct&id=" + announcement)) {
            page.navigate("/?subject=hostile-lab&view=" + view);
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            assertThat(page.locator("main")).containsText("<img src=x onerror=alert(1)>");
            harmless(page);
        }
        Assertions.assertThat(dialogs).isEmpty();
    }

    @Test
    void onlyWebAddressesBecomeLinks(Visit visit) {
        String announcement = record(visit);
        Page page = visit.open("");
        page.route("**/api/announcements/" + announcement + "*", route -> {
            APIResponse answer = route.fetch();
            String body = answer.text().replace(URLS.getFirst(), "javascript:alert(11)");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(body));
        });
        page.navigate("/?subject=hostile-lab&announcement=" + announcement);
        assertThat(page.locator("dialog .source").first()).containsText("javascript:alert(11)");
        harmless(page);
    }

    @Test
    void anAddressOfThePageCannotBeMadeToRunAnything(Visit visit) {
        List<String> dialogs = new ArrayList<>();
        for (String key : List.of("subject", "validAt", "asOf", "explain", "announcement")) {
            Page page = visit.open("?" + key + "=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22%27javascript:alert(1)");
            page.onDialog(dialog -> dialogs.add(dialog.message()));
            assertThat(page.locator(".failure").first()).isVisible();
            harmless(page);
            page.close();
        }
        Assertions.assertThat(dialogs).isEmpty();
    }

    @Test
    void oneLongWordMakesThePageNoWiderThanItsWindow(Visit visit) {
        String word = "W".repeat(560);
        Answer answer = visit.ledger()
                .post("/api/announcements?register=true", """
                    {"announcedOn":"2026-11-01",
                     "source":{"publisher":"%1$s","title":"%1$s","author":"%1$s","quote":"%1$s","tier":"social"},
                     "statements":[{"kind":"partner-added","subject":"Wordy Lab","partner":"Google","roles":["customer"],
                                    "products":["%1$s"],"scope":"%1$s"},
                                   {"kind":"commitment-made","deal":"wordy-deal","from":"Google","to":"Wordy Lab",
                                    "instrument":"equity","stage":"binding","conditions":"%1$s",
                                    "amount":{"qualifier":"exact","value":"1000000","currency":"USD","printed":"%1$s"}}]}\
                    """.formatted(word), "Idempotency-Key", "wordy");
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String id = answer.json().path("id").asString();
        Page page = visit.open("?subject=wordy-lab&validAt=" + DAY);
        assertThat(section(page, "Roster")).containsText(word);
        Assertions.assertThat(section(page, "Roster").evaluate("card => card.scrollWidth - card.clientWidth"))
                .isEqualTo(0);
        for (String view : List.of(
                "overview",
                "network",
                "timeline",
                "changes",
                "replay",
                "deal&deal=wordy-deal",
                "announcement&id=" + id)) {
            page.navigate("/?subject=wordy-lab&view=" + view);
            assertThat(page.locator("[aria-busy=true]")).hasCount(0);
            Assertions.assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .as(view)
                    .isEqualTo(0);
        }
    }

    private static void harmless(Page page) {
        assertThat(page.locator(
                        "img, iframe, svg[onload], body script, [onerror], [onload], [onmouseover], [style*=url]"))
                .hasCount(0);
        Assertions.assertThat((List<?>) page.evaluate(LINKS)).isEmpty();
    }

    /** One announcement a source address; the last one's id. */
    private static String record(Visit visit) {
        String id = "";
        for (int i = 0; i < URLS.size(); i++) {
            List<Map<String, ?>> statements = new ArrayList<>();
            for (int j = 0; j < NAMES.size(); j++) {
                statements.add(Map.of(
                        "kind", "partner-added",
                        "subject", "Hostile Lab",
                        "partner", NAMES.get(j),
                        "roles", List.of("customer"),
                        "products", List.of(NAMES.get((j + i) % NAMES.size())),
                        "scope", NAMES.get(i)));
            }
            statements.add(Map.of(
                    "kind",
                    "commitment-made",
                    "deal",
                    "hostile-deal-" + i,
                    "from",
                    NAMES.get(i),
                    "to",
                    "Hostile Lab",
                    "instrument",
                    "equity",
                    "stage",
                    "binding",
                    "conditions",
                    NAMES.get(i),
                    "amount",
                    Map.of("qualifier", "exact", "value", "1000000", "currency", "USD", "printed", NAMES.get(i))));
            Map<String, ?> source = Map.of(
                    "publisher", NAMES.get(0),
                    "title", NAMES.get(2) + i,
                    "author", NAMES.get(3),
                    "quote", NAMES.get(4),
                    "tier", "social",
                    "url", URLS.get(i));
            Answer answer = visit.ledger()
                    .post(
                            "/api/announcements?register=true",
                            JSON.writeValueAsString(Map.of(
                                    "announcedOn", "2026-11-0" + (i + 1), "source", source, "statements", statements)),
                            "Idempotency-Key",
                            "hostile-" + i);
            Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            id = id.isEmpty() ? answer.json().path("id").asString() : id;
        }
        return id;
    }
}
