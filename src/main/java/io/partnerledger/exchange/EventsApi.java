package io.partnerledger.exchange;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.standing.BadPoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The log from a position on: CloudEvents, one a line, up to its end; or as server-sent events that go on with what is
 * appended and that a client resumes by the id of the last one it has.
 */
@RestController
class EventsApi {

    private static final Logger LOG = LoggerFactory.getLogger(EventsApi.class);
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final int PAGE = 500;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final EventLog log;
    private volatile boolean stopping;

    EventsApi(EventLog log) {
        this.log = log;
    }

    @GetMapping("/api/events")
    void events(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable Long after)
            throws IOException, InterruptedException, HttpMediaTypeNotAcceptableException {
        LogForm form = LogForm.wantedBy(new ServletWebRequest(request));
        long from = form == LogForm.STREAM ? resumed(request, begun(after)) : begun(after);
        response.setContentType(form.type());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (form == LogForm.STREAM) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        // What is written in answer to HEAD goes nowhere, so nobody would ever be seen to have gone.
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        switch (form) {
            case LINES -> CloudEvents.write(log, from, log.head(), response.getOutputStream());
            case STREAM -> followUntilGone(response, from);
        }
    }

    /** Else who follows the log would hold up the stop of the server. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
        log.wakeWaiting();
    }

    private static long begun(@Nullable Long after) {
        long from = after == null ? -1 : after;
        if (from < -1) {
            throw new BadPoint("after", "after is a position, or -1 for the beginning");
        }
        return from;
    }

    private static long resumed(HttpServletRequest request, long from) {
        String last = request.getHeader("Last-Event-ID");
        if (last == null) {
            return from;
        }
        if (!POSITION.matcher(last).matches()) {
            throw new BadPoint(
                    "lastEventId", "Last-Event-ID is the id of the last event that came, such as 13, not " + last);
        }
        return Long.parseLong(last);
    }

    /** That a client goes away is how it ends. */
    private void followUntilGone(HttpServletResponse response, long after) throws InterruptedException {
        try {
            follow(response, after);
        } catch (IOException e) {
            LOG.debug("A reader of the log has gone", e);
        }
    }

    private void follow(HttpServletResponse response, long after) throws IOException, InterruptedException {
        OutputStream out = response.getOutputStream();
        // A comment at once, so that the client knows that it is connected.
        out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
        response.flushBuffer();
        long position = after;
        while (!stopping) {
            List<StoredEvent> page = log.read(position, PAGE);
            for (StoredEvent event : page) {
                out.write(("id:" + event.position() + "\ndata:").getBytes(StandardCharsets.US_ASCII));
                out.write(CloudEvents.line(event));
                out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
                position = event.position();
            }
            if (page.isEmpty() && !log.awaitBeyond(position, HEARTBEAT, () -> stopping)) {
                out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
            }
            response.flushBuffer();
        }
    }
}
