package io.partnerledger.coverage;

import io.partnerledger.coverage.Fact.Kind;
import io.partnerledger.standing.Stated;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact before its sources are weighed: the statements that tell it, and those that tell otherwise with what they
 * say. {@code disputed} says that those who tell it do not agree on all of it.
 */
record Assertion(
        Kind kind,
        @Nullable String deal,
        List<String> parties,
        String says,
        List<Stated> told,
        Map<Stated, String> otherwise,
        boolean disputed) {}
