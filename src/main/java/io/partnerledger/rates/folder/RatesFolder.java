package io.partnerledger.rates.folder;

import io.partnerledger.rates.LoadedRates;
import io.partnerledger.rates.LoadedRates.Loaded;
import io.partnerledger.rates.LoadedRates.Refused;
import io.partnerledger.rates.MalformedRates;
import io.partnerledger.rates.Rates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads each {@code *.csv} of a folder, whole or not at all; a file that will not do is refused by itself. */
final class RatesFolder {

    private static final Logger LOG = LoggerFactory.getLogger(RatesFolder.class);

    /** Ten times what a century of days and currencies comes to. */
    private static final long MOST_BYTES = 64 << 20;

    private final Path folder;

    RatesFolder(Path folder) {
        this.folder = folder;
    }

    LoadedRates read() {
        List<Loaded> loaded = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Path file : files(refused)) {
            String name = file.getFileName().toString();
            try {
                if (Files.size(file) > MOST_BYTES) {
                    refused.add(new Refused(name, 1, 1, "It has more than " + MOST_BYTES + " bytes"));
                } else {
                    loaded.add(new Loaded(name, Rates.read(Files.readAllBytes(file))));
                }
            } catch (MalformedRates malformed) {
                refused.add(new Refused(
                        name, malformed.line(), malformed.column(), String.valueOf(malformed.getMessage())));
            } catch (IOException unreadable) {
                refused.add(new Refused(name, 1, 1, "It cannot be read: " + unreadable.getMessage()));
            }
        }
        refused.forEach(one -> LOG.warn(
                "The rates in {} are not used. Line {}, column {}: {}",
                folder.resolve(one.file()),
                one.line(),
                one.column(),
                one.reason()));
        return new LoadedRates(loaded, refused);
    }

    private List<Path> files(List<Refused> refused) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            refused.add(new Refused("", 1, 1, "The folder cannot be read: " + unreadable.getMessage()));
            return List.of();
        }
    }
}
