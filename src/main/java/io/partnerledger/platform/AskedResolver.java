package io.partnerledger.platform;

import io.partnerledger.standing.Asked;
import io.partnerledger.standing.At;
import io.partnerledger.standing.BadPoint;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the parameters that every view takes: {@code subject}, {@code validAt}, {@code asOf}, {@code minPosition},
 * {@code explain}. {@link QueryParameters} has refused what a route does not take.
 */
final class AskedResolver implements HandlerMethodArgumentResolver {

    static final Set<String> KNOWN = Set.of("subject", "validAt", "asOf", "minPosition", "explain");

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
        return new Asked(
                request.getParameter("subject"),
                new At(day(request), request.getParameter("asOf"), position(request)),
                flag(request));
    }

    private static @Nullable LocalDate day(NativeWebRequest request) {
        String written = request.getParameter("validAt");
        return written == null ? null : At.day("validAt", written);
    }

    private static @Nullable Long position(NativeWebRequest request) {
        String written = request.getParameter("minPosition");
        if (written == null) {
            return null;
        }
        if (!written.matches("\\d{1,18}")) {
            throw new BadPoint("minPosition", "Give a position such as 13, not " + written);
        }
        return Long.valueOf(written);
    }

    private static boolean flag(NativeWebRequest request) {
        String written = request.getParameter("explain");
        return switch (written) {
            case null -> false;
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new RequestFault(400, "bad-explain", "explain is true or false, not " + written);
        };
    }
}
