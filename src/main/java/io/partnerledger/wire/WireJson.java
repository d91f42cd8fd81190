package io.partnerledger.wire;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON rules of the ledger: camelCase fields in the order of the record, enum values in kebab-case, decimals as
 * plain strings, dates as written. What is sent in goes through {@link RequestJson} instead, which refuses what these
 * forgive.
 */
public final class WireJson {

    private static final JsonMapper STORED = mapper(true).build();
    private static final JsonMapper VIEW = mapper(false).build();
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNameLength(256)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private WireJson() {}

    /** What is stored: absent values and empty lists are left out, unknown fields are passed over. */
    public static JsonMapper stored() {
        return STORED;
    }

    /** What is answered: every field is there, absent values as null, instants and days in ISO 8601. */
    public static JsonMapper view() {
        return VIEW;
    }

    /** Trees of what was sent: nothing twice, every digit kept. {@link SentTree} looks past the end. */
    static JsonMapper strict() {
        return STRICT;
    }

    private static JsonMapper.Builder mapper(boolean isSparse) {
        return JsonMapper.builder()
                .annotationIntrospector(new LedgerIntrospector(isSparse))
                .addModule(new ValueTypes())
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
