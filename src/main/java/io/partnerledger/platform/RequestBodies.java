package io.partnerledger.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Reads request bodies, bounded. Only JSON is taken: a form or plain text could be sent by a page of another site
 * without asking first.
 */
public final class RequestBodies {

    /** How long what is asked for one announcement or organization may be. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String AS_IT_IS = "identity";

    private RequestBodies() {}

    static byte[] json(HttpServletRequest request) throws IOException {
        String media = mediaType(request);
        if (!media.equals("application/json") && !media.endsWith("+json")) {
            throw notTaken(MediaType.APPLICATION_JSON);
        }
        return read(request, MAX_BYTES);
    }

    /** Refuses what is sent for its type; {@code Accept} of the answer says which types are taken. */
    public static ErrorResponseException notTaken(MediaType... taken) {
        ErrorResponseException refusal = notTaken(
                "Send Content-Type: " + MediaType.toString(List.of(taken)).replace(", ", " or "));
        refusal.getHeaders().setAccept(List.of(taken));
        return refusal;
    }

    private static ErrorResponseException notTaken(String detail) {
        return new ErrorResponseException(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                ProblemDetail.forStatusAndDetail(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail),
                null);
    }

    /** Read as it is, what is compressed would only be malformed, and its sender would not learn why. */
    private static void refuseEncoded(HttpServletRequest request) {
        for (String coding : Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING))) {
            if (!coding.strip().equalsIgnoreCase(AS_IT_IS)) {
                ErrorResponseException refusal =
                        notTaken("Bodies are taken uncompressed; send this one without Content-Encoding: " + coding);
                refusal.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, AS_IT_IS);
                throw refusal;
            }
        }
    }

    /** The media type of what is sent, without its parameters; empty where none is given. */
    public static String mediaType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The body, of so many bytes at most, and not compressed. */
    public static byte[] read(HttpServletRequest request, int mostBytes) throws IOException {
        refuseEncoded(request);
        int told = request.getContentLength();
        // Asked for no more than is told, the stream gives no more memory than is needed.
        byte[] body = request.getInputStream().readNBytes(told < 0 ? mostBytes + 1 : Math.min(told, mostBytes + 1));
        if (body.length > mostBytes) {
            throw new RequestFault(413, "body-too-large", "A body may have " + mostBytes + " bytes at most");
        }
        return body;
    }
}
