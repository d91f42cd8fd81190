package io.partnerledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteLogTest extends LogContract {

    @TempDir
    Path folder;

    @Override
    LogStore openStore() throws IOException {
        return SqliteLogStore.open(folder.resolve("made/ledger.db"), LogOptions.defaults());
    }

    @Test
    void aLedgerThatIsServedIsNotServedTwice() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(this::openStore)
                .withMessageContaining("Another process serves this ledger")
                .withMessageContaining(folder.resolve("made/ledger.db").toString());
        assertThat(log.append(Notes.append("a", 0)).firstPosition()).isZero();
    }
}
