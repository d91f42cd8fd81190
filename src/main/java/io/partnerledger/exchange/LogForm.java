package io.partnerledger.exchange;

import java.util.Comparator;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/** The forms that the log is read in: its lines up to the end, or a stream that stays open. */
enum LogForm {
    LINES(MediaType.APPLICATION_NDJSON_VALUE),
    STREAM(MediaType.TEXT_EVENT_STREAM_VALUE);

    private static final HeaderContentNegotiationStrategy ACCEPT = new HeaderContentNegotiationStrategy();

    private static final Comparator<MediaType> MOST_SPECIFIC_FIRST =
            Comparator.comparing(MediaType::isWildcardType).thenComparing(MediaType::isWildcardSubtype);

    private final String type;

    LogForm(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /**
     * The form that {@code Accept} wants: a stream where it is wanted no less than lines. Whoever takes anything gets
     * lines, because they may wait for the end of the answer.
     */
    static LogForm wantedBy(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> accepted = ACCEPT.resolveMediaTypes(request);
        List<MediaType> chosen =
                accepted.stream().filter(range -> !range.isWildcardType()).toList();
        double lines = quality(MediaType.APPLICATION_NDJSON, accepted);
        double stream = quality(MediaType.TEXT_EVENT_STREAM, chosen);
        if (stream > 0 && stream >= lines) {
            return STREAM;
        }
        if (lines > 0) {
            return LINES;
        }
        throw new HttpMediaTypeNotAcceptableException(
                List.of(MediaType.APPLICATION_NDJSON, MediaType.TEXT_EVENT_STREAM));
    }

    private static double quality(MediaType type, List<MediaType> accepted) {
        return accepted.stream()
                .filter(range -> range.includes(type))
                .min(MOST_SPECIFIC_FIRST)
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }
}
