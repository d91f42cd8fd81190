package io.partnerledger.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.util.List;

/** The facts with their sources, which explain them. */
public record CoverageAnswer(@JsonUnwrapped View view, List<Fact> facts) implements ViewAnswer<Fact> {

    @Override
    public List<Fact> rows() {
        return facts;
    }
}
