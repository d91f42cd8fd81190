package io.partnerledger.platform;

import io.partnerledger.announcement.AnnouncementCommand;
import io.partnerledger.announcement.Changed;
import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.log.Answered;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.standing.UnknownId;
import io.partnerledger.standing.Views;
import io.partnerledger.wire.CanonicalJson;
import io.partnerledger.wire.RequestJson;
import io.partnerledger.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The one way from a POST to a command: the body is read strictly, the idempotency key is looked up before anything
 * else is judged, the command goes over Axon's gateway, and the answer says where in the log its event is.
 */
@Component
public final class CommandEndpoint {

    /** The revision, and what ETag says besides of what was merged into an organization. */
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(;[^\"]*)?\"");

    private final CommandGateway gateway;
    private final OncePerKey once;
    private final OneAfterAnother oneAfterAnother;
    private final Views views;

    CommandEndpoint(CommandGateway gateway, OncePerKey once, OneAfterAnother oneAfterAnother, Views views) {
        this.gateway = gateway;
        this.once = once;
        this.oneAfterAnother = oneAfterAnother;
        this.views = views;
    }

    /**
     * Handles a request that changes something.
     *
     * @param response gets the {@link Receipt}
     * @param bodyType what the body is read as
     * @param route what the request asks for
     * @param command makes the command of the body; it may refuse
     */
    public <B extends Record> void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            Class<B> bodyType,
            Route route,
            Function<B, Object> command)
            throws IOException {
        handle(request, response, bodyType, route, command, Supplier::get);
    }

    /** The same for what is judged by others of its kind, such as a link in a chain: one at a time. */
    public <B extends Record> void handleAlone(
            HttpServletRequest request,
            HttpServletResponse response,
            Class<B> bodyType,
            Route route,
            Function<B, Object> command)
            throws IOException {
        handle(request, response, bodyType, route, command, oneAfterAnother::judged);
    }

    private <B extends Record> void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            Class<B> bodyType,
            Route route,
            Function<B, Object> command,
            OncePerKey.Turn turn)
            throws IOException {
        byte[] body = RequestBodies.json(request);
        Receipt receipt = once.answer(
                request,
                route,
                () -> CanonicalJson.digest(body),
                turn,
                metadata -> {
                    B sent = RequestJson.read(body, bodyType);
                    return sendAsItStands(() -> command.apply(sent), metadata);
                },
                CommandEndpoint::receipt);
        answer(response, receipt, route);
    }

    /**
     * Who registers with an announcement whom somebody else has just registered need not register them: a command that
     * is refused is made again, and sent again if it is another one now.
     */
    private Receipt sendAsItStands(Supplier<Object> command, Map<String, String> metadata) {
        return Overtaken.again(() -> {
            Object asked = command.get();
            try {
                return send(asked, metadata);
            } catch (Rejected refused) {
                if (command.get().equals(asked)) {
                    throw refused;
                }
                throw new ConcurrencyException("What it names has changed", refused);
            }
        });
    }

    /** The same for a request without a body. */
    public void handle(HttpServletRequest request, HttpServletResponse response, Route route, Object command)
            throws IOException {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(RequestMetadata.ACTOR, OncePerKey.actor(request));
        answer(response, Overtaken.again(() -> send(command, metadata)), route);
    }

    /** The revision that the asker has seen, from {@code If-Match}; null if none is given or any will do. */
    public static @Nullable Long expectedRevision(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (headers.isEmpty() || headers.equals(List.of("*"))) {
            return null;
        }
        Matcher tag = TAG.matcher(headers.getFirst().strip());
        if (headers.size() > 1 || !tag.matches()) {
            throw new RequestFault(400, "bad-if-match", "If-Match is a revision such as \"1\", as ETag gave it");
        }
        return Long.valueOf(tag.group(1));
    }

    private Receipt send(Object command, Map<String, String> metadata) {
        Answered<Changed> answered;
        try {
            answered = Answered.by(() -> gateway.sendAndWait(new GenericCommandMessage<>(command, metadata)));
        } catch (Rejected refused) {
            // Who decides knows no other announcement, so the nearest are looked up here.
            if (command instanceof AnnouncementCommand asked
                    && refused.rejections().getFirst().code() == Rejection.Code.UNKNOWN_ANNOUNCEMENT) {
                throw UnknownId.announcement(asked.announcement(), views.reader(-1));
            }
            throw refused;
        }
        long position = answered.appended().orElseThrow().lastPosition();
        return new Receipt(answered.result().id(), answered.result().revision(), position);
    }

    private static Receipt receipt(StoredEvent event) {
        String id = event.stream().substring(event.stream().indexOf('/') + 1);
        return new Receipt(id, event.sequence() + 1, event.position());
    }

    /** Written at once: what Spring does to find out how would take as long as reading what was sent. */
    private static void answer(HttpServletResponse response, Receipt receipt, Route route) throws IOException {
        boolean created = route.stream() == null;
        response.setStatus(created ? HttpServletResponse.SC_CREATED : HttpServletResponse.SC_OK);
        response.setHeader(HttpHeaders.ETAG, "\"" + receipt.revision() + "\"");
        if (created) {
            String collection = route.eventType().startsWith("announcement.") ? "announcements" : "organizations";
            response.setHeader(HttpHeaders.LOCATION, "/api/" + collection + "/" + receipt.id());
        }
        byte[] body = WireJson.view().writeValueAsBytes(receipt);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
