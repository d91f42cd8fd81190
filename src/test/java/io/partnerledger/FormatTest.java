package io.partnerledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One layout for every source file. It runs as a test because the formatter reads Java 25 only on a JVM 25, which
 * Maven itself need not run on. {@code mvn test -Dtest=FormatTest -Dformat=apply} rewrites the files.
 */
class FormatTest {

    private static final Path SOURCES = Path.of("src");
    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everySourceFileIsFormatted() throws Exception {
        boolean apply = "apply".equals(System.getProperty("format"));
        List<Path> unformatted = new ArrayList<>();
        try (var paths = Files.walk(SOURCES)) {
            for (Path file :
                    paths.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (!isFormatted(file, apply)) {
                    unformatted.add(file);
                }
            }
        }
        assertThat(unformatted)
                .as("mvn test -Dtest=FormatTest -Dformat=apply rewrites them")
                .isEmpty();
    }

    private boolean isFormatted(Path file, boolean apply) throws IOException, FormatterException {
        String source = Files.readString(file);
        String formatted = formatter.formatSourceAndFixImports(source);
        if (apply && !formatted.equals(source)) {
            Files.writeString(file, formatted);
            return true;
        }
        return formatted.equals(source);
    }
}
