package io.partnerledger.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;

/**
 * Reads request bodies, bounded. Only JSON is taken: a form or plain text could be sent by a page of another site
 * without asking first.
 */
final class RequestBodies {

    static final int MAX_BYTES = 1 << 20;

    private RequestBodies() {}

    static byte[] json(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!media.equals("application/json") && !media.endsWith("+json")) {
            throw new RequestFault(415, "unsupported-media-type", "Send Content-Type: application/json");
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw new RequestFault(413, "body-too-large", "A body may have " + MAX_BYTES + " bytes at most");
        }
        return body;
    }
}
