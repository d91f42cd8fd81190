package io.partnerledger.bench;

import io.partnerledger.PartnerLedgerApplication;
import io.partnerledger.log.EventLog;
import io.partnerledger.standing.LiveStanding;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program, in this process, served on a free port of loopback. */
final class LedgerProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Set<LedgerProgram> RUNNING = ConcurrentHashMap.newKeySet();

    private final ConfigurableApplicationContext context;

    private LedgerProgram(ConfigurableApplicationContext context) {
        this.context = context;
        RUNNING.add(this);
    }

    /** Where a run is broken off: so that none loses its database before its end. */
    static void closeAll() {
        RUNNING.forEach(LedgerProgram::close);
    }

    /** Starts on a database, which it leaves as it is where it holds a ledger; it loads no journal. */
    static LedgerProgram on(Database database, String... options) {
        return on(database.programOptions(), options);
    }

    static LedgerProgram on(List<String> where, String... options) {
        List<String> arguments = new ArrayList<>(where);
        arguments.addAll(List.of("--server.port=0", "--ledger.quiet=true", "--ledger.journal=none"));
        // Clients keep their connections from round to round.
        arguments.addAll(
                List.of("--server.tomcat.max-keep-alive-requests=-1", "--server.tomcat.keep-alive-timeout=1h"));
        arguments.addAll(List.of(options));
        SpringApplication application = new SpringApplication(PartnerLedgerApplication.class);
        application.setRegisterShutdownHook(false);
        return new LedgerProgram(application.run(arguments.toArray(String[]::new)));
    }

    CommandGateway commands() {
        return context.getBean(CommandGateway.class);
    }

    EventLog log() {
        return context.getBean(EventLog.class);
    }

    LiveStanding live() {
        return context.getBean(LiveStanding.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** Waits until the views have come to the end of the log. */
    void awaitViews() throws InterruptedException {
        if (!live().await(log().head(), PATIENCE)) {
            throw new IllegalStateException("The views were not built in " + PATIENCE);
        }
    }

    /** Ends the keeping of the views, so that appending is measured alone. */
    void stopViews() {
        context.getBean(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
    }

    @Override
    public void close() {
        context.close();
        RUNNING.remove(this);
    }
}
