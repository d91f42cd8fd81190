package io.partnerledger.platform;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.standing.Tabular;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the headers say of an answer with rows: that it depends on {@code Accept}, where the rest of the list is, what
 * rows alone leave out, and its entity tag, made of the path, the parameters, the point that they came to with the event
 * that is there in this ledger, the version of the fold rules and the representation. Who has that answer already gets
 * 304 and no body. The tag is a weak one, because the same answer may be sent compressed.
 */
@ControllerAdvice
final class ViewHeaders implements ResponseBodyAdvice<Object> {

    /** How much an answer says beside the rows, which are all that CSV and NDJSON have. */
    static final String BESIDE_ROWS = "Beside-Rows";

    private static final int TAG_BYTES = 18;

    private final EventLog log;

    ViewHeaders(EventLog log) {
        this.log = log;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType selectedContentType,
            Class<? extends HttpMessageConverter<?>> selectedConverterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Tabular<?> answer
                && request instanceof ServletServerHttpRequest asked
                && response instanceof ServletServerHttpResponse answering) {
            HttpServletRequest servletRequest = asked.getServletRequest();
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            String next = answer.next();
            if (next != null) {
                response.getHeaders().add(HttpHeaders.LINK, "<" + following(servletRequest, next) + ">; rel=\"next\"");
            }
            String beside = beside(answer);
            if (!beside.isEmpty() && !selectedContentType.isCompatibleWith(MediaType.APPLICATION_JSON)) {
                response.getHeaders().add(BESIDE_ROWS, beside);
            }
            Long position = answer.reflects();
            if (position != null) {
                response.getHeaders().setCacheControl("no-cache");
                String tag = tag(servletRequest, answer, position, selectedContentType);
                if (new ServletWebRequest(servletRequest, answering.getServletResponse()).checkNotModified(tag)) {
                    return nothing(answering);
                }
            }
        }
        return body;
    }

    private static String beside(Tabular<?> answer) {
        return new TreeMap<>(answer.beside())
                .entrySet().stream()
                        .filter(what -> what.getValue() > 0)
                        .map(what -> what.getKey() + "=" + what.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable Object nothing(ServletServerHttpResponse response) {
        try {
            response.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    private static String following(HttpServletRequest request, String cursor) {
        String query = request.getQueryString();
        return UriComponentsBuilder.fromUriString(request.getRequestURI() + (query == null ? "" : "?" + query))
                .replaceQueryParam("cursor", cursor)
                .build()
                .toUriString();
    }

    private static String of(Tabular<?> answer) {
        if (answer instanceof ViewAnswer<?> viewed) {
            View view = viewed.view();
            return view.permalink() + "\n" + view.validAt() + "\n" + view.rules();
        }
        return "";
    }

    /** The same position is another state in another ledger, which may be served at the same address later. */
    private String eventAt(long position) {
        return position < 0 ? "" : log.find(position).map(StoredEvent::id).orElse("");
    }

    private String tag(HttpServletRequest request, Tabular<?> answer, long position, MediaType type) {
        Map<String, String> parameters = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, Arrays.toString(values)));
        // Waiting for a position does not change what is answered there.
        parameters.remove("minPosition");
        String all = String.join(
                "\n",
                request.getRequestURI(),
                parameters.toString(),
                of(answer),
                String.valueOf(position),
                eventAt(position),
                type.getType() + "/" + type.getSubtype());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return "W/\""
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES))
                    + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
