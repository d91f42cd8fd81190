package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the API names every route, and none that is not there. */
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
}
