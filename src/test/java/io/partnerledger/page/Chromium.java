package io.partnerledger.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.partnerledger.RunningLedger;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** One browser, and one ledger with the shipped journal, for all tests of the page. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** How long an assertion waits for the page at most; a busy machine is slow. */
    private static final double PATIENCE_MILLIS = 20_000;

    private final Path home;
    private final RunningLedger ledger;
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) throws IOException {
        home = Files.createTempDirectory("partner-ledger-page");
        ledger = RunningLedger.start("--ledger.home=" + home);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(QUIET));
    }

    /** Where the browser is, if there is one on the PATH. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start() {
        try {
            return new Chromium(installed().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunningLedger ledger() {
        return ledger;
    }

    /** A visitor without a past. */
    Visit visit() {
        return new Visit(browser, ledger);
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        ledger.close();
        FileSystemUtils.deleteRecursively(home);
    }
}
