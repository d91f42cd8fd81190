package io.partnerledger.timeline;

import io.partnerledger.log.EventCodec;
import io.partnerledger.log.EventLog;
import io.partnerledger.standing.Asked;
import io.partnerledger.standing.At;
import io.partnerledger.standing.BadPoint;
import io.partnerledger.standing.Cause;
import io.partnerledger.standing.Histories;
import io.partnerledger.standing.Point;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.StandingReader;
import io.partnerledger.standing.UnknownId;
import io.partnerledger.standing.Views;
import io.partnerledger.wire.EnumNames;
import io.partnerledger.wire.StatementKinds;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The timeline, over HTTP and over Axon's query gateway. */
@RestController
class TimelineApi {

    private static final String PATH = "/api/timeline";
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private final Views views;
    private final EventLog log;
    private final EventCodec codec;
    private final QueryGateway queries;

    TimelineApi(Views views, EventLog log, EventCodec codec, QueryGateway queries) {
        this.views = views;
        this.log = log;
        this.codec = codec;
        this.queries = queries;
    }

    @GetMapping(PATH)
    CompletableFuture<TimelineAnswer> get(
            Asked asked,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String deal,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        FindTimeline question = new FindTimeline(
                asked.subject(),
                asked.at(),
                order(order),
                kind(kind),
                deal,
                q,
                cursor,
                limit == null ? DEFAULT_LIMIT : limit);
        if (question.limit() < 1 || question.limit() > MAX_LIMIT) {
            throw new BadPoint("limit", "limit is 1 to " + MAX_LIMIT + ", not " + limit);
        }
        return queries.query(question, TimelineAnswer.class);
    }

    @QueryHandler
    TimelineAnswer answer(FindTimeline question) {
        Cursor after = question.cursor() == null ? null : Cursor.read(question.cursor());
        Point point = point(question, after);
        long position = point.position();
        long first = switch (question.order()) {
            case VALID -> position;
            case RECORDED -> -1;
        };
        String deal = question.deal();
        StandingReader reader = views.reader(position);
        if (deal != null && !reader.isKnownDeal(deal)) {
            throw UnknownId.deal(deal, reader);
        }
        String subject = question.subject() == null ? null : views.idOf(question.subject(), position);
        Histories histories = views.histories(subject, first, position);
        Snapshot snapshot = snapshot(subject, point, histories);
        Items items = new Items(log, codec, histories, snapshot);
        List<Told> told = new Filter(question.kind(), question.deal(), question.q())
                .of(Timeline.of(histories, snapshot, question.order()), items);
        int from = after == null ? 0 : indexAfter(after, told);
        int to = Math.min(told.size(), from + question.limit());
        List<Item> page = told.subList(from, to).stream().map(items::of).toList();
        String next = to == told.size() ? null : cursor(question.order(), point, told.get(to - 1));
        return new TimelineAnswer(
                views.view(snapshot, PATH, false)
                        .with("order", EnumNames.of(question.order()))
                        .with("kind", question.kind())
                        .with("deal", question.deal())
                        .with("q", question.q())
                        .with("cursor", question.cursor())
                        .with("limit", question.limit()),
                question.order(),
                page,
                next);
    }

    /** The point that the first page was answered at, or the one that is asked for. */
    private Point point(FindTimeline question, @Nullable Cursor after) {
        At at = question.at();
        if (after == null) {
            return views.resolve(at);
        }
        boolean sameDay = at.validAt() == null || at.validAt().equals(after.validAt());
        if (question.order() != after.order() || !sameDay) {
            throw BadPoint.ofAnotherList();
        }
        At then = new At(
                after.validAt(), at.asOf() == null ? "position:" + after.position() : at.asOf(), at.minPosition());
        Point point = views.resolve(then);
        if (point.position() != after.position()) {
            throw BadPoint.ofAnotherList();
        }
        return point;
    }

    private static Snapshot snapshot(@Nullable String subject, Point point, Histories histories) {
        Registry registry = histories.registry(point.position());
        return new Snapshot(subject == null ? null : registry.survivorOf(subject), point, registry, histories);
    }

    private static int indexAfter(Cursor cursor, List<Told> told) {
        return 1
                + IntStream.range(0, told.size())
                        .filter(i -> cursor.isAt(told.get(i)))
                        .findFirst()
                        .orElseThrow(BadPoint::ofAnotherList);
    }

    private static String cursor(Order order, Point point, Told last) {
        return new Cursor(order, point.position(), point.validAt(), last.entered(), last.place()).written();
    }

    private static Order order(@Nullable String given) {
        return given == null
                ? Order.VALID
                : EnumNames.parse(Order.class, given)
                        .orElseThrow(() -> new BadPoint("order", "order is valid or recorded, not " + given));
    }

    private static @Nullable String kind(@Nullable String given) {
        if (given != null
                && StatementKinds.named(given).isEmpty()
                && EnumNames.parse(Cause.class, given).isEmpty()) {
            throw new BadPoint(
                    "kind",
                    "kind is one of " + String.join(", ", StatementKinds.all()) + ", "
                            + String.join(", ", EnumNames.all(Cause.class)) + "; not " + given);
        }
        return given;
    }
}
