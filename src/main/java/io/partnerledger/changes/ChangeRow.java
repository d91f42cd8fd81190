package io.partnerledger.changes;

import io.partnerledger.announcement.Instrument;
import io.partnerledger.standing.Cause;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One part of one change as a row that stands alone: of a figure, which runs {@code from} one party {@code to} another
 * and moves {@code before} to {@code after} by its parts' {@code delta}; or of a partner, whose role spells one entry
 * {@code added} and {@code removed}, from the roster of a {@code subject}. {@code position} is that of the entry.
 */
public record ChangeRow(
        Kind change,
        @Nullable String from,
        @Nullable String to,
        @Nullable Instrument instrument,
        @Nullable String currency,
        @Nullable String field,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        @Nullable String subject,
        @Nullable String partner,
        long position,
        @Nullable String announcement,
        @Nullable String organization,
        Cause cause,
        @Nullable BigDecimal delta,
        List<RoleSpell> added,
        List<RoleSpell> removed) {

    /** What the row is a part of: a figure that moved, or a partner, by how it changed. */
    public enum Kind {
        FIGURE,
        APPEARED,
        LEFT,
        CHANGED;

        static Kind of(MovedPartner.Kind change) {
            return switch (change) {
                case APPEARED -> APPEARED;
                case LEFT -> LEFT;
                case CHANGED -> CHANGED;
            };
        }
    }

    static Stream<ChangeRow> of(MovedFigure figure) {
        return figure.parts().stream()
                .map(part -> new ChangeRow(
                        Kind.FIGURE,
                        figure.from(),
                        figure.to(),
                        figure.instrument(),
                        figure.currency(),
                        figure.field(),
                        figure.before(),
                        figure.after(),
                        null,
                        null,
                        part.position(),
                        part.announcement(),
                        part.organization(),
                        part.cause(),
                        part.delta(),
                        List.of(),
                        List.of()));
    }

    static Stream<ChangeRow> of(MovedPartner moved) {
        return moved.parts().stream()
                .map(part -> new ChangeRow(
                        Kind.of(moved.change()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        moved.subject(),
                        moved.partner(),
                        part.position(),
                        part.announcement(),
                        part.organization(),
                        part.cause(),
                        null,
                        part.added(),
                        part.removed()));
    }
}
