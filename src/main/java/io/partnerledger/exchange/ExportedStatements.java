package io.partnerledger.exchange;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.Statement;
import io.partnerledger.standing.AnnouncementVersion;
import io.partnerledger.standing.Snapshot;
import io.partnerledger.standing.Stated;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every statement that stands, oldest first, each with the source that makes it. */
record ExportedStatements(@JsonUnwrapped View view, List<StatementRow> rows)
        implements ViewAnswer<ExportedStatements.StatementRow> {

    /** A statement ({@code statement} is its place in the announcement, from 0), with ids after all merges. */
    record StatementRow(String announcement, int statement, EventDate announcedOn, Source source, Statement stated) {}

    static ExportedStatements of(View view, Snapshot snapshot) {
        Map<String, Source> sources = new HashMap<>();
        for (List<AnnouncementVersion> versions : snapshot.histories()) {
            AnnouncementVersion last = versions.getLast();
            sources.put(last.announcement(), last.source());
        }
        return new ExportedStatements(
                view,
                snapshot.standing().statements().stream()
                        .map(stated -> row(stated, sources))
                        .toList());
    }

    private static StatementRow row(Stated stated, Map<String, Source> sources) {
        return new StatementRow(
                stated.announcement(),
                stated.index(),
                stated.announcedOn(),
                Objects.requireNonNull(sources.get(stated.announcement())),
                stated.statement());
    }
}
