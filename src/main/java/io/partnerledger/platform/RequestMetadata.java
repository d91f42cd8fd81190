package io.partnerledger.platform;

/** The names of what a request leaves on its events, as CloudEvents extensions. */
final class RequestMetadata {

    static final String ACTOR = "actor";
    static final String IDEMPOTENCY_KEY = "idempotencykey";
    static final String REQUEST_DIGEST = "requestdigest";
    static final String CORRELATION_ID = "correlationid";
    static final String CAUSATION_ID = "causationid";

    private RequestMetadata() {}
}
