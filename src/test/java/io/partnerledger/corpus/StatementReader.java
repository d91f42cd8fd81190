package io.partnerledger.corpus;

import io.partnerledger.announcement.Amount;
import io.partnerledger.announcement.CapacityStatus;
import io.partnerledger.announcement.CapacityUnit;
import io.partnerledger.announcement.Comparator;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Instrument;
import io.partnerledger.announcement.Outcome;
import io.partnerledger.announcement.Qualifier;
import io.partnerledger.announcement.Quantity;
import io.partnerledger.announcement.Role;
import io.partnerledger.announcement.Stage;
import io.partnerledger.announcement.Statement;
import io.partnerledger.announcement.Statement.CapacityAnnounced;
import io.partnerledger.announcement.Statement.CommitmentAmended;
import io.partnerledger.announcement.Statement.CommitmentEnded;
import io.partnerledger.announcement.Statement.CommitmentMade;
import io.partnerledger.announcement.Statement.PartnerAdded;
import io.partnerledger.announcement.Statement.PartnerCountClaimed;
import io.partnerledger.announcement.Statement.PartnerRemoved;
import io.partnerledger.announcement.Statement.TotalRestated;
import io.partnerledger.announcement.Statement.TranchePaid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the statements of a corpus line by their kind. */
final class StatementReader {

    private final JsonNode node;

    private StatementReader(JsonNode node) {
        this.node = node;
    }

    static Statement read(JsonNode node) {
        return new StatementReader(node).statement();
    }

    private Statement statement() {
        return switch (text("kind")) {
            case "partner-added" ->
                new PartnerAdded(
                        text("subject"),
                        text("partner"),
                        roles(),
                        texts("products"),
                        optional("scope"),
                        node.has("exclusive") ? node.get("exclusive").asBoolean() : null,
                        date("effectiveOn"));
            case "partner-removed" ->
                new PartnerRemoved(text("subject"), text("partner"), roles(), optional("reason"), date("effectiveOn"));
            case "commitment-made" ->
                new CommitmentMade(
                        text("deal"),
                        text("from"),
                        text("to"),
                        value(Instrument.class, "instrument"),
                        value(Stage.class, "stage"),
                        amount(),
                        optional("conditions"),
                        optional("period"));
            case "commitment-amended" ->
                new CommitmentAmended(
                        text("deal"),
                        node.has("amount") ? amount() : null,
                        node.has("stage") ? value(Stage.class, "stage") : null,
                        optional("conditions"));
            case "tranche-paid" -> new TranchePaid(text("deal"), amount(), optional("tranche"));
            case "commitment-ended" -> new CommitmentEnded(text("deal"), value(Outcome.class, "outcome"));
            case "capacity-announced" ->
                new CapacityAnnounced(
                        text("provider"),
                        text("customer"),
                        quantity(),
                        texts("products"),
                        value(CapacityStatus.class, "status"),
                        date("onlineFrom"),
                        optional("site"),
                        optional("deal"));
            case "partner-count-claimed" ->
                new PartnerCountClaimed(
                        text("subject"),
                        roles(),
                        value(Comparator.class, "comparator"),
                        node.get("count").asInt(),
                        texts("named"));
            case "total-restated" -> new TotalRestated(text("from"), text("to"), amount(), texts("covers"));
            default -> throw new IllegalArgumentException(text("kind"));
        };
    }

    private Amount amount() {
        StatementReader amount = new StatementReader(node.get("amount"));
        return new Amount(
                amount.value(Qualifier.class, "qualifier"),
                amount.number("value"),
                amount.number("min"),
                amount.number("max"),
                amount.optional("currency"),
                amount.optional("printed"));
    }

    private Quantity quantity() {
        StatementReader quantity = new StatementReader(node.get("quantity"));
        return new Quantity(
                quantity.value(Qualifier.class, "qualifier"),
                quantity.number("value"),
                quantity.number("min"),
                quantity.number("max"),
                quantity.value(CapacityUnit.class, "unit"),
                quantity.optional("printed"));
    }

    private List<Role> roles() {
        return texts("roles").stream().map(role -> named(Role.class, role)).toList();
    }

    private List<String> texts(String field) {
        return node.has(field)
                ? node.get(field).valueStream().map(JsonNode::asString).toList()
                : List.of();
    }

    private String text(String field) {
        return Objects.requireNonNull(optional(field), field);
    }

    private @Nullable String optional(String field) {
        return node.has(field) ? node.get(field).asString() : null;
    }

    private @Nullable BigDecimal number(String field) {
        String number = optional(field);
        return number == null ? null : new BigDecimal(number);
    }

    private @Nullable EventDate date(String field) {
        String date = optional(field);
        return date == null ? null : WrittenDate.of(date);
    }

    private <E extends Enum<E>> E value(Class<E> type, String field) {
        return named(type, text(field));
    }

    static <E extends Enum<E>> E named(Class<E> type, String kebab) {
        return Enum.valueOf(type, kebab.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
