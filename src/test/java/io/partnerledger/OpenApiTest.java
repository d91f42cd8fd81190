package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the API names every route and query parameter, and none that is not there. */
class OpenApiTest {

    @TempDir
    Path home;

    @Test
    void theDocumentAndTheRoutesAgree() {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none")) {
            JsonNode document = ledger.get("/v3/api-docs").json();
            assertThat(document.path("openapi").asString()).startsWith("3.1");
            Set<String> described = new TreeSet<>();
            document.path("paths")
                    .forEachEntry((path, methods) -> methods.forEachEntry((method, _) -> {
                        if (!method.equals("parameters")) {
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path);
                        }
                    }));
            Set<String> served = new TreeSet<>();
            ledger.context()
                    .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .getHandlerMethods()
                    .keySet()
                    .forEach(route -> route.getPatternValues().stream()
                            .filter(path -> path.startsWith("/api/"))
                            .forEach(path -> {
                                for (RequestMethod method :
                                        route.getMethodsCondition().getMethods()) {
                                    served.add(method + " " + path);
                                }
                            }));
            assertThat(described).isEqualTo(served);
        }
    }

    @Test
    void theDocumentAndTheRoutesTakeTheSameParameters() {
        try (RunningLedger ledger = RunningLedger.start("--ledger.home=" + home, "--ledger.journal=none")) {
            JsonNode document = ledger.get("/v3/api-docs").json();
            document.path("paths")
                    .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                        if (!method.equals("parameters")) {
                            String described = String.join(", ", parameters(document, operation));
                            assertThat(taken(ledger, method.toUpperCase(Locale.ROOT), path))
                                    .as(method + " " + path)
                                    .isEqualTo(described.isEmpty() ? "none" : described);
                        }
                    }));
        }
    }

    private static Set<String> parameters(JsonNode document, JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode given : operation.path("parameters")) {
            JsonNode parameter = given.has("$ref")
                    ? document.at(given.path("$ref").asString().substring(1))
                    : given;
            if (parameter.path("in").asString().equals("query")) {
                names.add(parameter.path("name").asString());
            }
        }
        return names;
    }

    /** Who gives a parameter that is not taken is told those that are. */
    private static String taken(RunningLedger ledger, String method, String path) {
        return ledger.send(ledger.request(path.replaceAll("\\{\\w+}", "any") + "?nonsense=1")
                        .method(method, BodyPublishers.noBody())
                        .build())
                .json()
                .path("detail")
                .asString()
                .replaceFirst("Unknown: nonsense; known: ", "")
                // Changes know it only to say that from and to are in its place.
                .replaceFirst(path.equals("/api/changes") ? "asOf, " : "", "");
    }
}
