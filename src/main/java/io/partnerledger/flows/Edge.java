package io.partnerledger.flows;

import java.math.BigDecimal;
import java.util.List;

/** All that one organization gives another, by currency; {@code self} where a merge made the two one. */
public record Edge(String from, String to, boolean self, List<Flow> flows) {

    boolean involves(String organization) {
        return from.equals(organization) || to.equals(organization);
    }

    boolean isAlive() {
        return flows.stream().anyMatch(Flow::isAlive);
    }

    /** What is committed in a currency; zero where nothing is. */
    BigDecimal committed(String currency) {
        return flows.stream()
                .filter(flow -> flow.currency().equals(currency))
                .map(Flow::committed)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
