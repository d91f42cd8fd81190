package io.partnerledger.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a ledger is run: where its data is, which journal an empty ledger loads ({@code shipped}, {@code none}, or the path
 * of a file or folder), whether it keeps quiet on start, by which names beside those of loopback it may be called while it listens there only, and, for the shared store, how to reach PostgreSQL.
 */
@ConfigurationProperties("ledger")
public record LedgerProperties(
        Path home,
        @DefaultValue("shipped") String journal,
        @DefaultValue("false") boolean quiet,
        @DefaultValue List<String> hosts,
        @DefaultValue("sqlite") Store store,
        @Nullable Postgres postgres) {

    public LedgerProperties {
        // Empty, or of a user who has no home folder.
        if (home == null || home.startsWith("?")) {
            throw new UncheckedIOException(
                    new IOException("Say where the ledger's folder is: LEDGER_HOME or --ledger.home"));
        }
    }

    /** The two stores. */
    public enum Store {
        SQLITE,
        POSTGRES
    }

    Postgres requirePostgres() {
        if (postgres == null || !postgres.url().startsWith("jdbc:postgresql:")) {
            throw new UncheckedIOException(new IOException("Set ledger.postgres.url, such as"
                    + " jdbc:postgresql://localhost:5432/partnerledger, and ledger.postgres.user"
                    + " (LEDGER_POSTGRES_URL, LEDGER_POSTGRES_USER, LEDGER_POSTGRES_PASSWORD)"));
        }
        return postgres;
    }

    /** A PostgreSQL database: its JDBC url, user and password. */
    public record Postgres(
            String url, String user, @DefaultValue("") String password) {}
}
