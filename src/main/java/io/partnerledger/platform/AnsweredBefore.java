package io.partnerledger.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.Reached;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Answers a question to a view with the bytes that it was answered with before. A view says the same of the same
 * question for as long as neither the position of the ledger nor the day moves on, so both are part of what an answer
 * is kept under. It is kept only if nothing came in between while it was made. Kept answers take a share of the memory.
 */
@Component
@Order(100)
final class AnsweredBefore extends OncePerRequestFilter {

    private static final int SHARE_OF_MEMORY = 32;
    private static final String KEPT_UNDER = AnsweredBefore.class.getName();
    private static final Set<String> VIEWS = Set.of(
            "roster", "totals", "deals", "claims", "capacity", "conflicts", "coverage", "flows", "timeline", "changes");
    private static final List<String> KEPT_HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.ETAG,
            HttpHeaders.VARY,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.LINK,
            ViewHeaders.BESIDE_ROWS);

    private final LiveStanding live;
    private final Clock clock;
    private final Cache<Question, Answer> answers;

    private record Question(
            long epoch,
            long position,
            LocalDate day,
            String path,
            @Nullable String query,
            @Nullable String accept) {}

    private static final class Answer {
        private final Map<String, Collection<String>> headers;
        private final byte[] body;

        private Answer(Map<String, Collection<String>> headers, byte[] body) {
            this.headers = headers;
            this.body = body;
        }
    }

    AnsweredBefore(LiveStanding live, Clock clock) {
        this.live = live;
        this.clock = clock;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY)
                .weigher((Question _, Answer answer) -> answer.body.length + 1000)
                .build();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String[] path = request.getRequestURI().split("/", 4);
        boolean ofView = path.length > 2 && path[1].equals("api") && VIEWS.contains(path[2]);
        return !ofView || !HttpMethod.GET.matches(request.getMethod());
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isAsyncDispatch(request)) {
            pass(request, response, chain);
            return;
        }
        Question question = question(request);
        Answer known = answers.getIfPresent(question);
        if (known == null) {
            request.setAttribute(KEPT_UNDER, question);
            pass(request, new ContentCachingResponseWrapper(response), chain);
        } else {
            answer(request, response, known);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        ContentCachingResponseWrapper made = WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        if (made != null && !isAsyncStarted(request)) {
            Question asked = (Question) request.getAttribute(KEPT_UNDER);
            if (made.getStatus() == HttpServletResponse.SC_OK && asked.equals(question(request))) {
                answers.put(asked, new Answer(headers(made), made.getContentAsByteArray()));
            }
            made.copyBodyToResponse();
        }
    }

    private Question question(HttpServletRequest request) {
        Reached reached = live.now();
        return new Question(
                reached.epoch(),
                reached.position(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                request.getRequestURI(),
                request.getQueryString(),
                request.getHeader(HttpHeaders.ACCEPT));
    }

    private static Map<String, Collection<String>> headers(HttpServletResponse response) {
        Map<String, Collection<String>> headers = new LinkedHashMap<>();
        KEPT_HEADERS.forEach(name -> headers.put(name, List.copyOf(response.getHeaders(name))));
        return headers;
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, Answer known)
            throws IOException {
        known.headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        Collection<String> tags = known.headers.getOrDefault(HttpHeaders.ETAG, List.of());
        if (!tags.isEmpty()
                && new ServletWebRequest(request, response)
                        .checkNotModified(tags.iterator().next())) {
            return;
        }
        response.setContentLength(known.body.length);
        response.getOutputStream().write(known.body);
    }
}
