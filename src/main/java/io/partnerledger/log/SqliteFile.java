package io.partnerledger.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a ledger file for one process: two that both hand out positions would overwrite each other's idea of the log.
 * The lock is on a file beside the ledger, goes with the process however that ends, and is never deleted.
 */
final class SqliteFile implements AutoCloseable {

    /**
     * Closing any channel of a locked file drops the lock of the whole process, so a second one is never opened here.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path lockFile;
    private final FileChannel channel;

    private SqliteFile(Path lockFile, FileChannel channel) {
        this.lockFile = lockFile;
        this.channel = channel;
    }

    static SqliteFile hold(Path ledger) throws IOException {
        Path folder = Files.createDirectories(ledger.toAbsolutePath().getParent());
        // A link to a ledger is that ledger.
        Path file =
                Files.exists(ledger) ? ledger.toRealPath() : folder.toRealPath().resolve(ledger.getFileName());
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        if (!HELD.add(lockFile)) {
            throw served(ledger, lockFile);
        }
        boolean held = false;
        try {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            held = lock != null;
            if (!held) {
                channel.close();
                throw served(ledger, lockFile);
            }
            return new SqliteFile(lockFile, channel);
        } finally {
            if (!held) {
                HELD.remove(lockFile);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(lockFile);
    }

    private static IOException served(Path ledger, Path lockFile) {
        return new IOException("Another process serves this ledger: " + ledger + " is locked by " + lockFile
                + ". Ask that one, end it first, or take another folder: --ledger.home=FOLDER");
    }
}
