package io.partnerledger.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the page, the API and the data are once they are there, and leaves word for the command line. */
@Component
final class Announcer {

    private final LedgerProperties properties;
    private final MeantForThisRun meant;

    Announcer(LedgerProperties properties, MeantForThisRun meant) {
        this.properties = properties;
        this.meant = meant;
    }

    @EventListener
    void on(ApplicationReadyEvent event) throws IOException, URISyntaxException {
        if (properties.quiet()) {
            return;
        }
        int port =
                event.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        String address = event.getApplicationContext().getEnvironment().getProperty("server.address", "127.0.0.1");
        boolean isHere =
                address.equals("127.0.0.1") || InetAddress.getByName(address).isAnyLocalAddress();
        String host = isHere ? "localhost" : address;
        // Puts an IPv6 address into brackets.
        String url = new URI("http", null, host, port, null, null, null).toString();
        System.out.println();
        System.out.println("Partner Ledger is ready.");
        System.out.println("  Page  " + url + "/");
        System.out.println("  API   " + url + "/api/roster?subject=anthropic   (described at " + url + "/v3/api-docs)");
        System.out.println("  Data  " + properties.home().toAbsolutePath().normalize());
        Files.createDirectories(properties.home());
        Files.writeString(
                note(), url + "\n" + meant.run() + "\n" + properties.home().toRealPath() + "\n");
    }

    @EventListener
    void on(ContextClosedEvent event) throws IOException {
        if (!properties.quiet() && event.getApplicationContext().getParent() == null) {
            Files.deleteIfExists(note());
        }
    }

    private Path note() {
        return properties.home().resolve("server.url");
    }
}
