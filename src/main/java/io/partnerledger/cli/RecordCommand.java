package io.partnerledger.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Records an announcement from a file or from standard input. */
@Command(
        name = "record",
        description = "Record an announcement: a JSON object with announcedOn, source and statements.",
        mixinStandardHelpOptions = true)
final class RecordCommand extends Connected {

    @Parameters(index = "0", paramLabel = "FILE", description = "A JSON file, or - for standard input.")
    @Nullable
    String file;

    @Option(names = "--register", description = "Register organizations that are not known yet.")
    boolean register;

    @Option(names = "--idempotency-key", paramLabel = "KEY", description = "Makes it safe to send again.")
    @Nullable
    String key;

    private String announcement = "";

    /** Reads first: no ledger is started for a file that is not there. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        announcement = read();
        return super.call();
    }

    @Override
    int ask(Ledger ledger) throws IOException, InterruptedException {
        Ledger.Answer answer =
                ledger.post("/api/announcements", Map.of("register", String.valueOf(register)), announcement, key);
        if (!answer.isOk()) {
            complain(json ? answer.text() : answer.complaint());
            return PartnerLedger.REFUSED;
        }
        JsonNode receipt = answer.json();
        print(
                json
                        ? answer.text()
                        : "Recorded as " + receipt.path("id").asString() + " at position "
                                + receipt.path("position").asLong() + ".");
        return PartnerLedger.OK;
    }

    private String read() throws IOException {
        if (file == null || file.equals("-")) {
            InputStream in = System.in;
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException missing) {
            throw new IOException("There is no file " + file, missing);
        } catch (AccessDeniedException closed) {
            throw new IOException("The file " + file + " may not be read", closed);
        } catch (CharacterCodingException other) {
            throw new IOException("The file " + file + " is not written in UTF-8", other);
        } catch (IOException e) {
            throw new IOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
