package io.partnerledger.changes;

import io.partnerledger.rates.Exchange;
import io.partnerledger.rates.Into;
import io.partnerledger.rates.LoadedRates;
import io.partnerledger.rates.RatesUsed;
import io.partnerledger.standing.Asked;
import io.partnerledger.standing.At;
import io.partnerledger.standing.BadPoint;
import io.partnerledger.standing.Histories;
import io.partnerledger.standing.Registry;
import io.partnerledger.standing.Span;
import io.partnerledger.standing.View;
import io.partnerledger.standing.Views;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The changes, over HTTP and over Axon's query gateway. */
@RestController
class ChangesApi {

    private static final String PATH = "/api/changes";

    private final Views views;
    private final QueryGateway queries;
    private final LoadedRates rates;

    ChangesApi(Views views, QueryGateway queries, LoadedRates rates) {
        this.views = views;
        this.queries = queries;
        this.rates = rates;
    }

    @GetMapping(PATH)
    CompletableFuture<ChangesAnswer> get(
            Asked asked,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String rates) {
        if (from == null) {
            throw new BadPoint("from", "Say since when: from=INSTANT or from=position:N");
        }
        if (asked.at().asOf() != null) {
            throw new BadPoint("asOf", "Changes run from one asOf point to another: give from and to");
        }
        At until = new At(asked.at().validAt(), to, asked.at().minPosition());
        return queries.query(
                new FindChanges(asked.subject(), from, until, Into.of(currency, rates)), ChangesAnswer.class);
    }

    @QueryHandler
    ChangesAnswer answer(FindChanges question) {
        Exchange exchange = rates.exchange(question.into());
        Span span = views.between(question.from(), question.to());
        long last = span.to().position();
        String subject = question.subject() == null ? null : views.idOf(question.subject(), last);
        Histories histories = views.histories(subject, span.first(), last);
        Changes changes = Changes.between(histories, subject, span.to().validAt(), span.first(), last, exchange);
        return new ChangesAnswer(
                view(span, subject, histories.registry(last))
                        .with("currency", exchange.target())
                        .with("rates", exchange.hash()),
                span.from(),
                span.to().asOf(),
                span.first(),
                last,
                changes.figures(),
                changes.roster(),
                RatesUsed.of(exchange));
    }

    private static View view(Span span, @Nullable String subject, Registry registry) {
        String survivor = subject == null ? null : registry.survivorOf(subject);
        long last = span.to().position();
        // The id asked for, not the survivor: before a merge they are not the same.
        String about = subject == null ? "" : "subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "&";
        return new View(
                survivor,
                survivor == null ? List.of() : registry.mergedFrom(survivor),
                span.to().validAt(),
                span.to().asOf(),
                last,
                Views.RULES,
                PATH + "?" + about + "from=position:" + span.first() + "&to=position:" + last + "&validAt="
                        + span.to().validAt());
    }
}
