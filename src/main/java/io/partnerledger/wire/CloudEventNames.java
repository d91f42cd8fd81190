package io.partnerledger.wire;

import java.util.Set;
import java.util.regex.Pattern;

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

    static final String TYPE_PREFIX = "io.partnerledger.";

    private static final Set<String> OWN =
            Set.of(SPEC_VERSION, ID, SOURCE, TYPE, SUBJECT, TIME, CONTENT_TYPE, POSITION, DATA);

    /** CloudEvents asks for lower-case letters and digits, and advises at most 20 of them. */
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,20}");

    private CloudEventNames() {}

    static boolean isOwn(String name) {
        return OWN.contains(name);
    }

    /** Whether this may stand for metadata; the schema of the data is CloudEvents' own, and not ours to keep. */
    static boolean isExtension(String name) {
        return EXTENSION.matcher(name).matches() && !isOwn(name) && !"dataschema".equals(name);
    }
}
