package io.partnerledger.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Rebuilds a projection from the first event, beside the live one, and says whether the two agree. */
@Command(
        name = "replay",
        aliases = "rebuild",
        description = "Rebuild a projection from position 0 and compare it with the live one.",
        mixinStandardHelpOptions = true)
final class ReplayCommand extends Connected {

    private static final int BAR = 30;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled", "interrupted");

    @Option(
            names = "--projection",
            paramLabel = "NAME",
            defaultValue = "standing",
            description = "Which one (default: ${DEFAULT-VALUE}).")
    String projection = "standing";

    @Option(names = "--cancel", description = "Break off the rebuild that is running; the live state stays as it is.")
    boolean cancel;

    @Option(names = "--follow", description = "Watch the rebuild that is running, on whichever node, or see the last.")
    boolean follow;

    @Override
    int ask(Ledger ledger) throws IOException, InterruptedException {
        String path = "/api/projections/" + projection + "/rebuild";
        Ledger.Answer answer = first(ledger, path);
        while (answer.isOk() && isRunning(answer.json())) {
            bar(answer.json());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            answer = ledger.get(path, Map.of());
        }
        if (!answer.isOk()) {
            complain(json ? answer.text() : complaint(ledger, answer));
            return PartnerLedger.REFUSED;
        }
        if (bar(answer.json())) {
            System.err.println();
        }
        print(json ? answer.text() : outcome(answer.json()));
        String wanted = cancel ? "cancelled" : "done";
        return answer.json().path("state").asString().equals(wanted) ? PartnerLedger.OK : PartnerLedger.REFUSED;
    }

    private Ledger.Answer first(Ledger ledger, String path) throws IOException, InterruptedException {
        if (cancel) {
            return ledger.delete(path);
        }
        return follow ? ledger.get(path, Map.of()) : ledger.post(path, Map.of(), "{}", null);
    }

    /** The API says which requests help; who gave a command wants to hear of commands. */
    private String complaint(Ledger ledger, Ledger.Answer answer) throws IOException, InterruptedException {
        boolean isKnown = ledger.get("/api/projections/" + projection, Map.of()).isOk();
        if (isKnown && answer.status() == NOT_FOUND) {
            return "No rebuild of " + projection + " has run; partner-ledger replay starts one";
        }
        if (isKnown && answer.status() == CONFLICT && !cancel) {
            return "A rebuild of " + projection + " is running; partner-ledger replay --follow watches it";
        }
        return answer.complaint();
    }

    private static boolean isRunning(JsonNode progress) {
        String state = progress.path("state").asString();
        return !OVER.contains(state);
    }

    /** Whether there is one. */
    private boolean bar(JsonNode progress) {
        if (json || !isTerminal()) {
            return false;
        }
        long done = progress.path("done").asLong();
        long total = Math.max(1, progress.path("total").asLong());
        int full = (int) (BAR * done / total);
        System.err.printf(
                Locale.ROOT,
                "\r[%s%s] %,d of %,d events, %,d/s, %d s left ",
                "#".repeat(full),
                " ".repeat(BAR - full),
                done,
                total,
                progress.path("eventsPerSecond").asLong(),
                progress.path("secondsLeft").asLong());
        return true;
    }

    @SuppressWarnings("SystemConsoleNull") // without a terminal the console of JDK 25 is null again
    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    private String outcome(JsonNode progress) {
        if (cancel && Set.of("done", "failed").contains(progress.path("state").asString())) {
            return "No rebuild of " + projection
                    + " is running any more; partner-ledger replay --follow says how the last one ended.";
        }
        if (progress.path("state").asString().equals("cancelled")) {
            return "Cancelled; the live state goes on as it was.";
        }
        if (progress.path("state").asString().equals("interrupted")) {
            return "It ended with the process that ran it; replay goes on from there, replay --cancel gives it up.";
        }
        if (!progress.path("state").asString().equals("done")) {
            return "Failed: " + progress.path("failure").asString();
        }
        JsonNode difference = progress.path("difference");
        String events = String.format(
                Locale.ROOT, "%,d events replayed. ", progress.path("done").asLong());
        JsonNode before = progress.path("resumedFrom");
        String resumed = before.isMissingNode()
                ? ""
                : String.format(Locale.ROOT, "Of these, %,d were done before it was interrupted. ", before.asLong());
        return events
                + resumed
                + (difference.path("same").asBoolean()
                        ? "The rebuilt state equals the live one."
                        : differing(difference));
    }

    private static String differing(JsonNode difference) {
        StringBuilder told =
                new StringBuilder("The rebuilt state differs: %d rows only live, %d only rebuilt, %d changed."
                        .formatted(
                                difference.path("onlyLive").asLong(),
                                difference.path("onlyRebuilt").asLong(),
                                difference.path("changed").asLong()));
        difference.path("examples").forEach(example -> told.append("\n  ").append(example.asString()));
        return told.toString();
    }
}
