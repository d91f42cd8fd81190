package io.partnerledger.platform;

import io.partnerledger.wire.WireJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What the server refuses before anything here sees it, such as an address that is none, is answered like all else. */
final class ServerProblems extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = Objects.requireNonNullElse(HttpStatus.resolve(status), HttpStatus.INTERNAL_SERVER_ERROR);
        Problem problem = Problem.of(
                status,
                ProblemAdvice.kebab(known.name()),
                known.getReasonPhrase(),
                detail(response.getMessage(), known, failure));
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(WireJson.view().writeValueAsString(problem));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // Nobody is there any more to be told.
        }
    }

    private static String detail(@Nullable String said, HttpStatus status, @Nullable Throwable failure) {
        if (said != null && !said.isBlank()) {
            return said;
        }
        return status == HttpStatus.BAD_REQUEST ? whatIsBad(failure) : status.getReasonPhrase();
    }

    /** What is wrong with a request is nowhere but in what the server threw. */
    private static String whatIsBad(@Nullable Throwable failure) {
        String message = failure == null ? "" : String.valueOf(failure.getMessage());
        return switch (failure) {
            case RuntimeException _
            when message.contains("too large") ->
                "The request line, which has the query in it, and the headers are too long";
            case IllegalArgumentException _
            when message.contains("request target") ->
                "The path or the query has characters that have to be percent-encoded";
            case IllegalArgumentException _ -> message;
            case BadRequestException _ -> "The body is not framed as HTTP has it: " + message;
            case IOException _ -> "The body breaks off before its end";
            case null, default -> "The request is not well-formed HTTP";
        };
    }
}
