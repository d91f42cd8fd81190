package io.partnerledger.conflicts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.util.List;

/** The conflicts; they explain themselves by their sides. */
public record ConflictsAnswer(@JsonUnwrapped View view, List<Conflict> conflicts) implements ViewAnswer<Conflict> {

    @Override
    public List<Conflict> rows() {
        return conflicts;
    }
}
