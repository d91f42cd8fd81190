package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nobody should have to say in a review. The words that are looked for are put together, so as not to be found here. */
class HouseRulesTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path TESTS = Path.of("src/test");
    private static final Path DECISIONS = Path.of("src/docs/adr");
    private static final int MOST_LINES = 300;

    private static final Set<String> TOP_LEVEL = Set.of("pom.xml", "src", "events", "README.md", "LICENSE", "target");
    private static final Set<String> BINARY = Set.of("png", "jpg", "gif", "ico", "woff2", "db", "gz", "zip", "jar");

    private static final Pattern DECISION_FILE = Pattern.compile("\\d{4}-[a-z0-9]+(-[a-z0-9]+)*\\.md");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^ *public ((abstract|static|final|sealed|non-sealed) )*(class|record|interface|enum|@interface) \\w+",
            Pattern.MULTILINE);
    private static final Pattern POSTPONED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w.])/(root" + "|work)/");
    private static final Pattern SCRATCH_PATH = Pattern.compile("(?<![\\w.])/tmp/");
    private static final Pattern WAITING_OR_SKIPPING = Pattern.compile("Thread\\.sle" + "ep|@Disab" + "led");

    @Test
    void decisionsAreNumberedWithoutGaps() throws IOException {
        List<String> names = files(DECISIONS)
                .map(file -> file.getFileName().toString())
                .sorted()
                .toList();
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(name).matches(DECISION_FILE));
        assertThat(names.stream().map(name -> Integer.parseInt(name.substring(0, 4))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, names.size()).boxed().toList());
    }

    @Test
    void aDecisionHasATitleAndSaysWhyWhatAndWhatFollows() throws IOException {
        assertThat(files(DECISIONS)).allSatisfy(file -> {
            List<String> lines = Files.readAllLines(file);
            String number = file.getFileName().toString().substring(0, 4);
            assertThat(lines.getFirst()).matches("# " + number + "\\. \\S.*");
            assertThat(lines.stream().filter(line -> line.startsWith("## ")))
                    .containsExactly("## Context", "## Decision", "## Consequences");
        });
    }

    @Test
    void whatTheDocumentsLinkToIsThere() throws IOException {
        for (Path page : List.of(Path.of("README.md"), Path.of("src/docs/architecture.md"))) {
            assertThat(links(page)).allSatisfy(target -> assertThat(target).exists());
        }
    }

    @Test
    void noMainFileIsLong() throws IOException {
        assertThat(texts(MAIN).filter(file -> file.toString().endsWith(".java")))
                .allSatisfy(file -> assertThat(Files.readAllLines(file).size())
                        .as(file.toString())
                        .isLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void nothingIsPutOff() throws IOException {
        assertThat(texts(MAIN).filter(contains(POSTPONED))).isEmpty();
    }

    @Test
    void nothingNamesAPlaceOnSomebodysMachine() throws IOException {
        assertThat(Stream.of(texts(Path.of("src")), texts(Path.of("events")), texts(Path.of(".ci")), topLevelTexts())
                        .flatMap(files -> files)
                        .filter(contains(MACHINE_PATH)))
                .isEmpty();
        assertThat(texts(MAIN).filter(contains(SCRATCH_PATH))).isEmpty();
    }

    @Test
    void noTestWaitsBlindlyOrIsSwitchedOff() throws IOException {
        assertThat(texts(TESTS).filter(contains(WAITING_OR_SKIPPING))).isEmpty();
    }

    @Test
    void theTopLevelStaysShort() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("."))) {
            assertThat(entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !name.startsWith(".") && !TOP_LEVEL.contains(name)))
                    .isEmpty();
        }
    }

    @Test
    void everyPublicTypeSaysWhatItIs() throws IOException {
        assertThat(texts(MAIN.resolve("java")).flatMap(HouseRulesTest::undocumented))
                .isEmpty();
    }

    /** Between a type's comment and its declaration there may be annotations and nothing else. */
    private static Stream<String> undocumented(Path file) {
        String source = read(file);
        return PUBLIC_TYPE.matcher(source).results().flatMap(type -> {
            String before = source.substring(0, type.start());
            int comment = before.lastIndexOf("*/");
            String between =
                    comment < 0 ? before : before.substring(comment + 2).strip();
            boolean documented =
                    comment >= 0 && !between.contains(";") && (between.isEmpty() || between.startsWith("@"));
            return documented
                    ? Stream.<String>empty()
                    : Stream.of(file + ": " + type.group().strip());
        });
    }

    private static List<Path> links(Path page) throws IOException {
        return Pattern.compile("]\\(([^)#:]+)\\)")
                .matcher(Files.readString(page))
                .results()
                .map(link -> page.resolveSibling(link.group(1)))
                .toList();
    }

    private static Stream<Path> topLevelTexts() {
        return Stream.concat(TOP_LEVEL.stream(), Stream.of(".editorconfig", ".gitattributes", ".gitignore"))
                .map(Path::of)
                .filter(Files::isRegularFile);
    }

    private static Stream<Path> texts(Path folder) throws IOException {
        return files(folder).filter(HouseRulesTest::isText);
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList().stream();
        }
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return !BINARY.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static Predicate<Path> contains(Pattern pattern) {
        return file -> pattern.matcher(read(file)).find();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
