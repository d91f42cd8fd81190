package io.partnerledger.platform;

import io.partnerledger.standing.Tabular;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Rows as CSV (RFC 4180, UTF-8, one header line), the citation in the last columns; where a row has a column of that
 * name itself, the citation's is called {@code view.} and that name. A cell that a spreadsheet would take for a formula
 * gets an apostrophe before it.
 */
final class CsvRows extends RowConverter {

    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String FORMULA = "=+-@\t\r";
    private static final ObjectWriter CSV = CsvMapper.builder()
            .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private final JsonMapper json;

    CsvRows(JsonMapper json) {
        super(TYPE);
        this.json = json;
    }

    @Override
    void write(Tabular<?> answer, Class<?> row, OutputStream out) throws IOException {
        // By way of its bytes, because a tree would not open what a row holds as raw JSON.
        List<JsonNode> rows = answer.rows().stream()
                .map(one -> json.readTree(json.writeValueAsBytes(one)))
                .toList();
        List<Column> columns = Columns.of(row).stream()
                .filter(column -> column.needed() == 0 || rows.stream().anyMatch(column::isIn))
                .toList();
        Citation citation = Citation.of(answer);
        List<Column> cited = citation == null ? List.of() : Columns.of(Citation.class);
        JsonNode citing = json.valueToTree(citation);
        try (SequenceWriter csv = CSV.writeValues(out)) {
            csv.write(header(columns, cited));
            for (JsonNode one : rows) {
                csv.write(Stream.concat(
                                columns.stream().map(column -> column.text(one)),
                                cited.stream().map(column -> column.text(citing)))
                        .map(CsvRows::cell)
                        .toArray(String[]::new));
            }
        }
    }

    private static String[] header(List<Column> columns, List<Column> cited) {
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        Set<String> taken = new HashSet<>(names);
        cited.stream()
                .map(column -> taken.contains(column.name()) ? "view." + column.name() : column.name())
                .forEach(names::add);
        return names.toArray(String[]::new);
    }

    private static String cell(String text) {
        boolean looksLikeFormula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return looksLikeFormula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
