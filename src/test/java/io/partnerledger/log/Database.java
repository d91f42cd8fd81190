package io.partnerledger.log;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The databases that the log promises the same on. */
enum Database {
    SQLITE {
        @Override
        LogStore open(Path folder) throws IOException {
            return SqliteLogStore.open(folder.resolve("ledger.db"), LogOptions.defaults());
        }

        @Override
        LogStore openEmpty(Path folder) throws IOException {
            return open(folder);
        }
    },

    POSTGRESQL {
        @Override
        LogStore open(Path folder) throws SQLException {
            return PostgresLogStore.open(Shared.POOL, LogOptions.defaults());
        }

        @Override
        LogStore openEmpty(Path folder) throws SQLException {
            LogStore store = open(folder);
            PostgresServer.empty(Shared.POOL);
            return store;
        }
    };

    private static final class Shared {
        private static final HikariDataSource POOL = PostgresServer.freshDatabase();
    }

    /** The ledger of this test, as often as it asks. */
    abstract LogStore open(Path folder) throws Exception;

    /** The ledger of this test, with nothing in it. */
    abstract LogStore openEmpty(Path folder) throws Exception;
}
