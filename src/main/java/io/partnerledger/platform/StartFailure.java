package io.partnerledger.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.sqlite.NativeLibraryNotFoundException;

/** Says in a line why the ledger could not be opened or served, instead of a stack trace. */
public final class StartFailure implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return reason(failure)
                .map(reason -> new FailureAnalysis(reason, null, failure))
                .orElse(null);
    }

    /** The reason for whoever asked for the start; where none is known, what the innermost cause says of itself. */
    public static String told(Throwable failure) {
        return reason(failure)
                .orElseGet(
                        () -> NestedExceptionUtils.getMostSpecificCause(failure).toString());
    }

    private static Optional<String> reason(Throwable failure) {
        return causes(failure).anyMatch(NativeLibraryNotFoundException.class::isInstance)
                ? Optional.of(
                        "SQLite's library is unpacked into a temporary folder and run from there, and that failed."
                                + " Name a folder where that may be done: -Dorg.sqlite.tmpdir=FOLDER, now "
                                + System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")))
                : causes(failure)
                        .flatMap(cause -> Stream.ofNullable(said(cause)))
                        .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static @Nullable String said(Throwable cause) {
        return switch (cause) {
            case PortInUseException taken ->
                "Port " + taken.getPort() + " is in use. Take another: --server.port=N, or 0 for any that is free";
            case BindException refused ->
                "The address or port is not to be had (--server.address, --server.port): " + refused.getMessage();
            case AccessDeniedException closed -> "Nothing may be written to or read from " + closed.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is there and is no folder";
            case SQLException sql -> "The database cannot be used: " + said(innermost(sql));
            case IOException other -> String.valueOf(other.getMessage());
            case CancellationException ended -> ended.getMessage();
            case IllegalArgumentException bad
            when isOfPort(bad) -> "A port is a number from 0 to 65535 (--server.port): " + bad.getMessage();
            default -> null;
        };
    }

    /** Of a host that is not known the driver says only that it could not connect. */
    private static String said(SQLException failure) {
        return failure.getMessage()
                + (failure.getCause() instanceof UnknownHostException unknown
                        ? " There is no host " + unknown.getMessage()
                        : "");
    }

    /** A pool says that it has no connection; its cause, why. */
    private static SQLException innermost(SQLException failure) {
        return failure.getCause() instanceof SQLException cause ? innermost(cause) : failure;
    }

    /** That is all which tells it from other arguments, of Java's own sockets. */
    private static boolean isOfPort(IllegalArgumentException bad) {
        String message = bad.getMessage();
        return message != null && message.startsWith("port out of range");
    }
}
