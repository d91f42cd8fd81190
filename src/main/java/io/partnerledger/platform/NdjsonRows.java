package io.partnerledger.platform;

import io.partnerledger.standing.Tabular;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows as NDJSON, one JSON object a line; in a row of a view the last field, {@code view}, is the citation. */
final class NdjsonRows extends RowConverter {

    private final JsonMapper json;

    NdjsonRows(JsonMapper json) {
        super(MediaType.APPLICATION_NDJSON);
        this.json = json;
    }

    @Override
    void write(Tabular<?> answer, Class<?> row, OutputStream out) throws IOException {
        Citation citation = Citation.of(answer);
        for (Object one : answer.rows()) {
            if (citation == null) {
                out.write(json.writeValueAsBytes(one));
            } else {
                ObjectNode line = json.valueToTree(one);
                line.set("view", json.valueToTree(citation));
                out.write(json.writeValueAsBytes(line));
            }
            out.write('\n');
        }
    }
}
