package io.partnerledger.wire;

import io.partnerledger.log.EventMetadata;
import java.util.Set;

/** What the attributes of an event are called outside the process (CloudEvents 1.0). */
final class CloudEventNames {

    static final String SPEC_VERSION = "specversion";
    static final String ID = "id";
    static final String SOURCE = "source";
    static final String TYPE = "type";
    static final String SUBJECT = "subject";
    static final String TIME = "time";
    static final String CONTENT_TYPE = "datacontenttype";
    static final String POSITION = "position";
    static final String DATA = "data";

    /** The one extension that may be long. */
    static final String IMPORTED = "imported";

    static final String TYPE_PREFIX = "io.partnerledger.";

    private static final Set<String> OWN =
            Set.of(SPEC_VERSION, ID, SOURCE, TYPE, SUBJECT, TIME, CONTENT_TYPE, POSITION, DATA);

    private CloudEventNames() {}

    static boolean isOwn(String name) {
        return OWN.contains(name);
    }

    /** Whether this may stand for metadata; the schema of the data is CloudEvents' own, and not ours to keep. */
    static boolean isExtension(String name) {
        return EventMetadata.isName(name);
    }
}
