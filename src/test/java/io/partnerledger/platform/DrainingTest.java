package io.partnerledger.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainingTest {

    private final Draining draining = new Draining();
    private final Tomcat tomcat = new Tomcat();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);

    @TempDir
    Path home;

    @Test
    void whoIsInsideIsAnsweredBeforeTheServerGoesAndNobodyElseIsLetIn() throws Exception {
        serve(new Http11NioProtocol());
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> inside = client.sendAsync(question(), BodyHandlers.ofString());
            asked.await();
            CompletableFuture<Void> drained = new CompletableFuture<>();
            draining.stop(() -> drained.complete(null));
            assertThat(drained).isNotDone();
            assertThat(draining.isRunning()).isTrue();

            answer.countDown();
            drained.join();
            assertThat(draining.isRunning()).isFalse();
            assertThat(inside.join().body()).isEqualTo("answered");
            assertStopping(client.send(question(), BodyHandlers.ofString()));
        }
    }

    @Test
    void whatIsHalfReadWhenTheStopBeginsIsNoBadRequest() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        serve(new Http11NioProtocol() {
            // Looked at before a request is read, and again after its first line.
            @Override
            public boolean isPaused() {
                return looks.incrementAndGet() > 1;
            }
        });
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertStopping(client.send(question(), BodyHandlers.ofString()));
        }
    }

    private static void assertStopping(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("service-unavailable", "The ledger is stopping");
    }

    private HttpRequest question() {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/"))
                .build();
    }

    private void serve(Http11NioProtocol protocol) throws LifecycleException {
        tomcat.setBaseDir(home.toString());
        Connector connector = new Connector(protocol);
        connector.setPort(0);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "waits", new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                asked.countDown();
                try {
                    answer.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                response.getWriter().write("answered");
            }
        });
        context.addServletMappingDecoded("/", "waits");
        tomcat.getEngine().getPipeline().addValve(draining.door());
        StandardHost host = (StandardHost) tomcat.getHost();
        host.setErrorReportValveClass("");
        host.getPipeline().addValve(new ServerProblems());
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        answer.countDown();
        tomcat.stop();
        tomcat.destroy();
    }
}
