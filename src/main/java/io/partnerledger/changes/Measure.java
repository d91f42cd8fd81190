package io.partnerledger.changes;

import io.partnerledger.announcement.Instrument;
import java.util.Comparator;

/**
 * Something that is so many at a position of the log: a figure of a row of the totals, or a spell of a role on a
 * roster, which is there once or not at all.
 */
sealed interface Measure {

    /** Whether the view of this organization shows it. */
    boolean concerns(String organization);

    /** One figure of one row. */
    record Figure(String from, String to, Instrument instrument, String currency, Field field) implements Measure {

        static final Comparator<Figure> ORDER = Comparator.comparing(Figure::from)
                .thenComparing(Figure::to)
                .thenComparing(figure -> figure.instrument().name())
                .thenComparing(Figure::currency)
                .thenComparing(Figure::field);

        @Override
        public boolean concerns(String organization) {
            return from.equals(organization) || to.equals(organization);
        }
    }

    /** One spell of one partner on the roster of one subject. */
    record Holding(String subject, String partner, RoleSpell spell) implements Measure {

        @Override
        public boolean concerns(String organization) {
            return subject.equals(organization);
        }
    }
}
