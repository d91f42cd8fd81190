package io.partnerledger.corpus;

import io.partnerledger.announcement.EventDate;
import io.partnerledger.announcement.Rank;
import io.partnerledger.announcement.SourceTier;
import io.partnerledger.announcement.Statement;
import io.partnerledger.standing.LeftOut;
import io.partnerledger.standing.Reason;
import io.partnerledger.standing.Standing;
import io.partnerledger.standing.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real announcements, one a line, as they stand: a line's number is its position. {@code curated} applies what an
 * editor did, and a merge makes one organization answer for another.
 */
public record Corpus(List<Stated> stated, Map<String, Reason> curation, UnaryOperator<String> answering) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Corpus read(String file) {
        List<Stated> stated = new ArrayList<>();
        List<JsonNode> lines = lines(file);
        for (int position = 0; position < lines.size(); position++) {
            JsonNode line = lines.get(position);
            EventDate announcedOn = WrittenDate.of(line.get("announcedOn").asString());
            SourceTier tier = StatementReader.named(
                    SourceTier.class, line.get("source").get("tier").asString());
            JsonNode statements = line.get("statements");
            for (int index = 0; index < statements.size(); index++) {
                Statement statement = StatementReader.read(statements.get(index));
                stated.add(new Stated(
                        line.get("ref").asString(), index, position, announcedOn, tier, Rank.NORMAL, statement));
            }
        }
        return new Corpus(stated, Map.of(), UnaryOperator.identity());
    }

    public Corpus curated(String file) {
        Map<String, Reason> taken = new HashMap<>();
        for (JsonNode line : lines(file)) {
            taken.put(
                    line.get("ref").asString(),
                    StatementReader.named(Reason.class, line.get("action").asString()));
        }
        return new Corpus(stated, taken, answering);
    }

    public Corpus merging(String absorbed, String survivor) {
        return new Corpus(stated, curation, id -> id.equals(absorbed) ? survivor : id);
    }

    public Standing standing(LocalDate validAt) {
        List<Stated> standing = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Stated one : stated) {
            Stated merged = new Stated(
                    one.announcement(),
                    one.index(),
                    one.position(),
                    one.announcedOn(),
                    one.tier(),
                    one.rank(),
                    one.statement().renaming((_, id) -> answering.apply(id)));
            Reason taken = curation.get(one.announcement());
            if (taken != null) {
                leftOut.add(new LeftOut(merged, taken));
            } else if (one.announcedOn().earliest().isAfter(validAt)) {
                leftOut.add(new LeftOut(merged, Reason.AFTER_VALID_AT));
            } else {
                standing.add(merged);
            }
        }
        return new Standing(validAt, standing, leftOut);
    }

    static JsonNode json(String file) {
        return JSON.readTree(text(file));
    }

    /** Only the announcements of the article that the ledger begins with. */
    public Corpus ofTheFoundingArticle() {
        return new Corpus(
                stated.stream()
                        .filter(one -> one.position() < ShippedJournal.FOUNDING_ANNOUNCEMENTS)
                        .toList(),
                curation,
                answering);
    }

    static List<JsonNode> lines(String file) {
        return text(file)
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream("/corpus/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
