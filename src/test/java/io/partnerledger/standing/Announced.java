package io.partnerledger.standing;

import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement;
import io.partnerledger.corpus.WrittenDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An announcement for a fold to read. Its position is its place among those that are given. */
public record Announced(
        String ref,
        String on,
        SourceTier tier,
        Rank rank,
        @Nullable Reason leftOut,
        List<Statement> statements) {

    public static Announced announced(String ref, String on, SourceTier tier, Statement... statements) {
        return new Announced(ref, on, tier, Rank.NORMAL, null, List.of(statements));
    }

    /** Announced with nothing special about its source. */
    public static Announced announced(String ref, String on, Statement... statements) {
        return announced(ref, on, SourceTier.NAMED_REPORTING, statements);
    }

    public Announced preferred() {
        return new Announced(ref, on, tier, Rank.PREFERRED, leftOut, statements);
    }

    public Announced leftOut(Reason reason) {
        return new Announced(ref, on, tier, rank, reason, statements);
    }

    /** What stands long after everything was announced. */
    public static Standing standing(Announced... announced) {
        return standingAt("2030-01-01", List.of(announced));
    }

    /** What stands on a day; what is announced later is left out. */
    public static Standing standingAt(String day, List<Announced> announced) {
        LocalDate validAt = LocalDate.parse(day);
        List<Stated> statements = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (int position = 0; position < announced.size(); position++) {
            for (Stated stated : announced.get(position).stated(position)) {
                Reason reason = announced.get(position).leftOut();
                if (reason != null) {
                    leftOut.add(new LeftOut(stated, reason));
                } else if (stated.announcedOn().earliest().isAfter(validAt)) {
                    leftOut.add(new LeftOut(stated, Reason.AFTER_VALID_AT));
                } else {
                    statements.add(stated);
                }
            }
        }
        return new Standing(validAt, statements, leftOut);
    }

    private List<Stated> stated(int position) {
        List<Stated> stated = new ArrayList<>();
        for (Statement statement : statements) {
            stated.add(new Stated(ref, stated.size(), position, WrittenDate.of(on), tier, rank, statement));
        }
        return stated;
    }
}
