package io.partnerledger.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers what is meant for this run of the program, and refuses what is meant for another: a ledger that was killed
 * leaves its address in its home, and one of another home may listen there since. Who names no run is let through.
 */
@Component
@Order(2)
final class MeantForThisRun extends OncePerRequestFilter {

    static final String HEADER = "Ledger-Run";

    private final String run = UUID.randomUUID().toString();

    String run() {
        return run;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String meant = request.getHeader(HEADER);
        if (meant != null && !meant.equals(run)) {
            response.sendError(
                    HttpStatus.MISDIRECTED_REQUEST.value(), "This is not the run of the program that is asked for");
            return;
        }
        if (meant != null) {
            // So that a program that answers everything is not taken for a ledger.
            response.setHeader(HEADER, run);
        }
        chain.doFilter(request, response);
    }
}
