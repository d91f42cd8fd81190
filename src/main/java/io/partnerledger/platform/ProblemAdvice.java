package io.partnerledger.platform;

import io.partnerledger.announcement.Rejected;
import io.partnerledger.announcement.Rejection;
import io.partnerledger.log.KeyConflict;
import io.partnerledger.log.LogDamaged;
import io.partnerledger.log.LogReadOnly;
import io.partnerledger.log.LogUnavailable;
import io.partnerledger.log.OutcomeUnknown;
import io.partnerledger.log.Unstorable;
import io.partnerledger.platform.Problem.Fault;
import io.partnerledger.rates.BadConversion;
import io.partnerledger.rates.UnknownRates;
import io.partnerledger.standing.BadPoint;
import io.partnerledger.standing.LiveStanding;
import io.partnerledger.standing.NotThereYet;
import io.partnerledger.standing.UnknownId;
import io.partnerledger.standing.UnknownSubject;
import io.partnerledger.wire.MalformedRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Says every error as problem+json; what nobody foresaw is logged and says no more than that. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final LiveStanding live;

    ProblemAdvice(LiveStanding live) {
        this.live = live;
    }

    /**
     * Who has hung up hears no answer, and nothing went wrong here. Of a body that breaks off the server says so itself.
     */
    @ExceptionHandler({AsyncRequestNotUsableException.class, BadRequestException.class})
    void gone(IOException failure) {
        LOG.debug("A client has gone before its answer", failure);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> on(HttpMessageNotWritableException failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("A client has gone before its answer", failure);
            return null;
        }
        return on((Exception) failure);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(Exception failure) {
        return switch (failure) {
            case Rejected rejected -> rejected(rejected.rejections());
            case MalformedRequest malformed ->
                answer(Problem.of(
                        400,
                        "The request is not well-formed",
                        List.of(new Fault(
                                malformed.pointer(), kebab(malformed.code().name()), malformed.detail(), List.of()))));
            case RequestFault fault ->
                answer(Problem.of(
                        fault.status(),
                        fault.code(),
                        HttpStatus.valueOf(fault.status()).getReasonPhrase(),
                        message(fault)));
            case UnknownSubject unknown ->
                answer(Problem.of(
                        404,
                        "Not found",
                        List.of(new Fault("", "unknown-organization", message(unknown), unknown.near()))));
            case UnknownId unknown ->
                answer(Problem.of(
                        404,
                        "Not found",
                        List.of(new Fault("", "unknown-" + unknown.kind(), message(unknown), unknown.near()))));
            case UnknownRates unknown ->
                answer(Problem.of(
                        404, "Not found", List.of(new Fault("", "unknown-rates", message(unknown), unknown.known()))));
            case BadConversion bad ->
                answer(Problem.of(400, "bad-" + kebab(bad.parameter()), "Bad request", message(bad)));
            case BadPoint bad -> answer(Problem.of(400, "bad-" + kebab(bad.parameter()), "Bad request", message(bad)));
            case NotThereYet late -> later(Problem.of(503, "view-behind", "The view is not there yet", message(late)));
            case LogReadOnly readOnly ->
                later(Problem.of(503, "read-only", "The ledger takes no changes now", message(readOnly)), "60");
            case OutcomeUnknown unknown ->
                answer(Problem.of(
                        500,
                        "outcome-unknown",
                        "It is not known whether this was stored",
                        "Ask again with the same Idempotency-Key, or look before you send it again"));
            case Unstorable refused ->
                answer(Problem.of(422, "unstorable", "The ledger cannot store this", message(refused)));
            case TypeMismatchException mismatch ->
                answer(Problem.of(
                        400,
                        "bad-" + kebab(String.valueOf(mismatch.getPropertyName())),
                        "Bad request",
                        mismatch.getPropertyName() + " is " + WrittenValues.form(mismatch.getRequiredType()) + ", not "
                                + mismatch.getValue()));
            case InvalidParameterException _ ->
                answer(Problem.of(
                        400,
                        "malformed-parameter",
                        "Bad request",
                        "Write parameters as name=value in percent-encoded UTF-8; the percent sign itself is %25"));
            case LogUnavailable unavailable ->
                later(Problem.of(503, "log-unavailable", "The log cannot be reached now", message(unavailable)));
            case DataAccessResourceFailureException _, TransientDataAccessException _ ->
                later(Problem.of(
                        503, "views-unavailable", "The views cannot be reached now", "Their database does not answer"));
            case DataAccessException unread -> unread(unread);
            case LogDamaged damaged -> unreadable(damaged);
            case AggregateStreamCreationException taken ->
                answer(Problem.of(
                        409, "already-recorded", "Already recorded", "Somebody else was first: " + message(taken)));
            case ConcurrencyException _, LockAcquisitionFailedException _ ->
                answer(Problem.of(
                        409, "concurrent", "Somebody else changed it at the same time", "Read it again, then retry"));
            case KeyConflict conflict ->
                answer(Problem.of(
                        409, "concurrent", "Somebody else took the same key at the same time", message(conflict)));
            case CommandExecutionException wrapped when wrapped.getCause() instanceof Exception cause -> on(cause);
            case NoResourceFoundException nothing ->
                answer(Problem.of(
                        404,
                        "not-found",
                        "Not found",
                        "There is nothing at /" + nothing.getResourcePath() + "; /v3/api-docs says what there is"));
            case ErrorResponse known -> {
                HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
                Problem problem = Problem.of(
                        status.value(),
                        kebab(status.name()),
                        status.getReasonPhrase(),
                        String.valueOf(known.getBody().getDetail()));
                yield ResponseEntity.status(status)
                        .headers(known.getHeaders())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problem);
            }
            default -> {
                LOG.error("Unforeseen failure", failure);
                yield answer(Problem.of(
                        500, "internal", "Internal error", "The log of the process says more; nothing was confirmed"));
            }
        };
    }

    private static ResponseEntity<Problem> rejected(List<Rejection> rejections) {
        int status = statusOf(rejections.getFirst());
        List<Fault> faults = rejections.stream()
                .map(r -> new Fault(r.pointer(), kebab(r.code().name()), r.detail(), r.near()))
                .toList();
        return answer(Problem.of(status, HttpStatus.valueOf(status).getReasonPhrase(), faults));
    }

    private static int statusOf(Rejection rejection) {
        return switch (rejection.code()) {
            case STALE_REVISION -> 412;
            case ALREADY_RECORDED, ALREADY_REGISTERED -> 409;
            case UNKNOWN_ANNOUNCEMENT -> 404;
            // With a pointer the fault is in the body; without one it is in the path.
            case UNKNOWN_ORGANIZATION -> rejection.pointer().isEmpty() ? 404 : 422;
            default -> 422;
        };
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** A node that stood still may ask a build that has been replaced and dropped meanwhile. */
    private ResponseEntity<Problem> unread(DataAccessException failure) {
        try {
            if (live.hasJustMoved()) {
                LOG.debug("A question to views that were replaced", failure);
                return later(Problem.of(
                        503, "views-unavailable", "The views were replaced", "Ask again: they have just been rebuilt"));
            }
        } catch (DataAccessException gone) {
            return on(gone);
        }
        LOG.error("The views cannot be read", failure);
        return answer(Problem.of(
                500,
                "views-damaged",
                "The views cannot be read",
                "POST /api/projections/standing/rebuild builds them anew from the log"));
    }

    private static ResponseEntity<Problem> unreadable(LogDamaged failure) {
        LOG.error("The log cannot be read", failure);
        return answer(Problem.of(
                500,
                "log-damaged",
                "The log cannot be read",
                message(failure) + ". A copy that has it, or the version that wrote it, can still be read"));
    }

    private static ResponseEntity<Problem> later(Problem problem) {
        return later(problem, "1");
    }

    private static ResponseEntity<Problem> later(Problem problem, String seconds) {
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String message(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
