package io.partnerledger.platform;

import io.partnerledger.standing.Asked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter that the route does not take, or that is given more than once, rather than silently pass over it:
 * a filter that was misspelt would answer another question. What every view takes, {@link AskedResolver} reads.
 */
final class QueryParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            Map<String, String[]> given = request.getParameterMap();
            if (parameters(method).noneMatch(parameter -> parameter.getType() == Asked.class)) {
                refuseOthers(given.keySet(), known(method));
            }
            given.forEach((name, values) -> {
                refuseRepeated(name, values.length);
                refuseControls(name, values[0]);
            });
        }
        return true;
    }

    private static void refuseRepeated(String name, int times) {
        if (times > 1) {
            throw new RequestFault(400, "repeated-parameter", name + " is given more than once");
        }
    }

    /** Nothing that is recorded has one, and PostgreSQL does not take all of them. */
    private static void refuseControls(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new RequestFault(400, "malformed-parameter", name + " has a control character");
        }
    }

    /** Every name that is given is known. */
    static void refuseOthers(Set<String> given, Set<String> known) {
        Set<String> unknown = new TreeSet<>(given);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new RequestFault(
                    400,
                    "unknown-parameter",
                    "Unknown: " + String.join(", ", unknown) + "; known: "
                            + (known.isEmpty() ? "none" : String.join(", ", known)));
        }
    }

    private static Set<String> known(HandlerMethod method) {
        Set<String> known = new TreeSet<>();
        parameters(method)
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .forEach(parameter -> known.add(parameter.getName()));
        return known;
    }

    private static Stream<Parameter> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameters());
    }
}
