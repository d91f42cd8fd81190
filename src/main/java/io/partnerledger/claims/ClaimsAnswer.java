package io.partnerledger.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.standing.Explained;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The count claims against the roster; with an explanation also those that do not stand. */
public record ClaimsAnswer(
        @JsonUnwrapped View view,
        List<Claim> claims,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Explained> notCounted)
        implements ViewAnswer<Claim> {

    @Override
    public Map<String, Integer> beside() {
        return Map.of("notCounted", notCounted == null ? 0 : notCounted.size());
    }

    @Override
    public List<Claim> rows() {
        return claims;
    }
}
