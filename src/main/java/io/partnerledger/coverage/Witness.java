package io.partnerledger.coverage;

import io.partnerledger.announcement.Source;
import io.partnerledger.announcement.SourceTier;
import org.jspecify.annotations.Nullable;

/**
 * One source on a fact. The announcement (and its statement, null where it is meant as a whole) is the one that tells,
 * or the one that the source remarks on. Sources of the same {@code origin}, counted from 1, are not independent of
 * each other; those that do not bear the fact out have none. {@code says} is what a contradiction says or the reason
 * of a remark.
 */
public record Witness(
        Word word,
        String announcement,
        @Nullable Integer statement,
        long position,
        SourceTier tier,
        String publisher,
        String title,
        @Nullable String url,
        @Nullable String derivedFrom,
        @Nullable Integer origin,
        @Nullable String says) {

    /** How a source speaks of a fact. */
    public enum Word {
        /** Its announcement tells it. */
        TOLD,
        /** It bears out an announcement that tells it. */
        CORROBORATED,
        /** Its announcement is linked as a duplicate of one that tells it. */
        DUPLICATE,
        /** It disputes an announcement that tells it. */
        DISPUTED,
        /** Its announcement tells otherwise. */
        CONTRADICTED
    }

    static Witness of(
            Word word,
            String announcement,
            @Nullable Integer statement,
            long position,
            Source source,
            @Nullable Integer origin,
            @Nullable String says) {
        return new Witness(
                word,
                announcement,
                statement,
                position,
                source.tier(),
                source.publisher(),
                source.title(),
                source.url(),
                source.derivedFrom(),
                origin,
                says);
    }
}
