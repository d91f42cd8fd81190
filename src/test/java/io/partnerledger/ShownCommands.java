package io.partnerledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the commands of a document's console blocks, each with what it is said to print. */
final class ShownCommands {

    private static final String PROMPT = "$ ";

    private ShownCommands() {}

    /** A command's words, as a shell splits them, and its output: the lines {@code from} to {@code to} (exclusive). */
    record Shown(List<String> words, List<String> output, int from, int to) {

        boolean matches(List<String> printed) {
            if (printed.size() != output.size()) {
                return false;
            }
            for (int i = 0; i < printed.size(); i++) {
                if (!pattern(output.get(i)).matcher(printed.get(i)).matches()) {
                    return false;
                }
            }
            return true;
        }

        private static Pattern pattern(String line) {
            return Pattern.compile(Arrays.stream(line.split("\\.\\.\\.", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
        }
    }

    static List<Shown> in(List<String> lines) {
        List<Shown> commands = new ArrayList<>();
        boolean inConsole = false;
        int i = 0;
        while (i < lines.size()) {
            String line = lines.get(i++);
            if (line.startsWith("```")) {
                inConsole = line.equals("```console");
            } else if (inConsole && line.startsWith(PROMPT)) {
                StringBuilder command = new StringBuilder(line.substring(PROMPT.length()));
                while (isUnfinished(command)) {
                    command.append('\n').append(lines.get(i++));
                }
                int from = i;
                while (!lines.get(i).startsWith(PROMPT) && !lines.get(i).startsWith("```")) {
                    i++;
                }
                int to = i;
                while (to > from && lines.get(to - 1).isBlank()) {
                    to--;
                }
                commands.add(new Shown(words(command), List.copyOf(lines.subList(from, to)), from, to));
            }
        }
        return commands;
    }

    private static boolean isUnfinished(CharSequence command) {
        long quotes = command.chars().filter(c -> c == '\'').count();
        return quotes % 2 == 1 || command.charAt(command.length() - 1) == '\\';
    }

    /** Words end at white space outside of single quotes; a backslash at the end of a line joins it with the next. */
    private static List<String> words(CharSequence command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean started = false;
        for (char c : command.toString().replace("\\\n", " ").toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
                started = true;
            } else if (!quoted && Character.isWhitespace(c)) {
                if (started) {
                    words.add(word.toString());
                    word.setLength(0);
                    started = false;
                }
            } else {
                word.append(c);
                started = true;
            }
        }
        if (started) {
            words.add(word.toString());
        }
        return words;
    }
}
