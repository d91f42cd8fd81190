package io.partnerledger.platform;

import io.partnerledger.wire.WireJson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the pages of other sites from using the browser of somebody who runs a ledger. While it listens on loopback only,
 * it answers to the names of loopback and to those in {@code ledger.hosts}: the name of another site may have been made
 * to resolve to 127.0.0.1 (DNS rebinding). And what a browser sends on behalf of another site changes nothing. Programs
 * say nothing of sites and are let through.
 */
@Component
@Order(1)
final class OwnSiteOnly extends OncePerRequestFilter {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final boolean isOnLoopback;
    private final Set<String> hosts;

    OwnSiteOnly(ServerProperties server, LedgerProperties ledger) {
        InetAddress address = server.getAddress();
        this.isOnLoopback = address != null && address.isLoopbackAddress();
        this.hosts = ledger.hosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        if (isOnLoopback && !hosts.contains(host) && !isLoopback(host)) {
            refuse(
                    response,
                    Problem.of(
                            421,
                            "unknown-host",
                            "Misdirected request",
                            "This ledger listens on loopback and is not called " + host
                                    + ". If you reach it by that name, start it with --ledger.hosts=" + host));
        } else if (CHANGING.contains(request.getMethod()) && !isOfOwnSite(request)) {
            refuse(
                    response,
                    Problem.of(403, "other-site", "Forbidden", "A page of another site may not change the ledger"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.endsWith(".localhost") || isLoopbackLiteral(host);
    }

    private static boolean isLoopbackLiteral(String host) {
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private static boolean isOfOwnSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return site != null ? OWN.contains(site) : origin == null || isAt(origin, request.getHeader(HttpHeaders.HOST));
    }

    private static boolean isAt(String origin, @Nullable String host) {
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }

    private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(WireJson.view().writeValueAsBytes(problem));
    }
}
