package io.partnerledger.platform;

import io.partnerledger.standing.Asked;
import io.partnerledger.standing.At;
import io.partnerledger.standing.BadPoint;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the parameters that every view takes: {@code subject}, {@code validAt}, {@code asOf}, {@code minPosition},
 * {@code explain}. A parameter that neither these nor the route's own name is refused rather than silently passed over.
 */
final class AskedResolver implements HandlerMethodArgumentResolver {

    private static final Set<String> KNOWN = Set.of("subject", "validAt", "asOf", "minPosition", "explain");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        QueryParameters.refuseOthers(request.getParameterMap().keySet(), known(parameter));
        return new Asked(
                given(request, "subject"),
                new At(day(request), given(request, "asOf"), position(request)),
                flag(request));
    }

    /** What every view takes, and what this one takes besides. */
    private static Set<String> known(MethodParameter asked) {
        Set<String> known = new TreeSet<>(KNOWN);
        for (Parameter parameter : asked.getExecutable().getParameters()) {
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                known.add(parameter.getName());
            }
        }
        return known;
    }

    private static @Nullable LocalDate day(NativeWebRequest request) {
        String written = given(request, "validAt");
        return written == null ? null : At.day("validAt", written);
    }

    private static @Nullable Long position(NativeWebRequest request) {
        String written = given(request, "minPosition");
        if (written == null) {
            return null;
        }
        if (!written.matches("\\d{1,18}")) {
            throw new BadPoint("minPosition", "Give a position such as 13, not " + written);
        }
        return Long.valueOf(written);
    }

    private static boolean flag(NativeWebRequest request) {
        String written = given(request, "explain");
        return switch (written) {
            case null -> false;
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new RequestFault(400, "bad-explain", "explain is true or false, not " + written);
        };
    }

    private static @Nullable String given(NativeWebRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || (value.isBlank() && !name.equals("explain")) ? null : value;
    }
}
