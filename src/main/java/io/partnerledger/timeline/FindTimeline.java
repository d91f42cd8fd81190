package io.partnerledger.timeline;

import io.partnerledger.standing.At;
import org.jspecify.annotations.Nullable;

/**
 * What was said of this subject (null: of everyone), in which order? Only of one kind, one deal or with these words,
 * where they are given; a page of {@code limit} items after {@code cursor}. Answered by a {@link TimelineAnswer}.
 */
public record FindTimeline(
        @Nullable String subject,
        At at,
        Order order,
        @Nullable String kind,
        @Nullable String deal,
        @Nullable String q,
        @Nullable String cursor,
        int limit) {}
