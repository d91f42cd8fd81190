package io.partnerledger.timeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.partnerledger.standing.View;
import io.partnerledger.standing.ViewAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the timeline; {@code next} is the cursor of the page after it, null at the end. */
public record TimelineAnswer(
        @JsonUnwrapped View view,
        Order order,
        List<Item> items,
        @Nullable String next) implements ViewAnswer<Item> {

    @Override
    public List<Item> rows() {
        return items;
    }
}
