package io.partnerledger.platform;

import java.util.List;

/** The names of what a request leaves on its events, as CloudEvents extensions. */
public final class RequestMetadata {

    public static final String ACTOR = "actor";

    /** The id, recorded time and actor that an imported event had in the ledger it comes from. */
    public static final String ORIGINAL_ID = "originalid";

    public static final String ORIGINAL_RECORDED_AT = "originalrecordedat";
    public static final String ORIGINAL_ACTOR = "originalactor";

    /** What an import did, on its last event, for whoever sends it again. */
    public static final String IMPORTED = "imported";

    public static final String IDEMPOTENCY_KEY = "idempotencykey";
    public static final String REQUEST_DIGEST = "requestdigest";
    static final String CORRELATION_ID = "correlationid";
    static final String CAUSATION_ID = "causationid";

    /** What events take over from the message that caused them. */
    static final List<String> INHERITED = List.of(
            ACTOR, IDEMPOTENCY_KEY, REQUEST_DIGEST, ORIGINAL_ID, ORIGINAL_RECORDED_AT, ORIGINAL_ACTOR, IMPORTED);

    private RequestMetadata() {}
}
