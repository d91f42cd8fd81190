package io.partnerledger.platform;

import io.partnerledger.standing.Asked;
import io.partnerledger.standing.Asked.Without;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a parameter that the route does not take, or that is given without a value, more than once or in another form,
 * rather than silently pass over it: a filter that was misspelt would answer another question. What every view takes,
 * {@link AskedResolver} reads.
 */
final class QueryParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getQueryString() != null) {
            Map<String, String[]> given = request.getParameterMap();
            refuseOthers(given.keySet(), known(method));
            given.forEach((name, values) -> {
                refuseRepeated(name, values.length);
                refuseBlank(name, values[0]);
                refuseControls(name, values[0]);
            });
            refuseBent(method, given);
        }
        return true;
    }

    private static void refuseBent(HandlerMethod method, Map<String, String[]> given) {
        for (Parameter parameter : method.getMethod().getParameters()) {
            String[] values = given.get(parameter.getName());
            if (values != null && parameter.isAnnotationPresent(RequestParam.class)) {
                WrittenValues.require(parameter.getName(), parameter.getType(), values[0]);
            }
        }
    }

    private static void refuseRepeated(String name, int times) {
        if (times > 1) {
            throw new RequestFault(400, "repeated-parameter", name + " is given more than once");
        }
    }

    /** It would be answered as if it had been left out; only the flag of every view says something by its name alone. */
    private static void refuseBlank(String name, String value) {
        if (value.isBlank() && !name.equals("explain")) {
            throw new RequestFault(
                    400, "blank-parameter", name + " is given without a value; leave it out, or say one");
        }
    }

    /** Nothing that is recorded has one, and PostgreSQL does not take all of them. */
    private static void refuseControls(String name, String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new RequestFault(400, "malformed-parameter", name + " has a control character");
        }
    }

    private static void refuseOthers(Set<String> given, Set<String> known) {
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
        for (Parameter parameter : method.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                known.add(parameter.getName());
            } else if (parameter.getType() == Asked.class) {
                known.addAll(AskedResolver.KNOWN);
                Without without = parameter.getAnnotation(Without.class);
                if (without != null) {
                    List.of(without.value()).forEach(known::remove);
                }
            }
        }
        return known;
    }
}
