package io.partnerledger.announcement;

import org.jspecify.annotations.Nullable;

/**
 * A document that says something: where it is, who published it, and the few words relied on. A document may have no
 * url. {@code derivedFrom} names the source that this one rewrites; a rewrite does not corroborate.
 */
public record Source(
        @Nullable String url,
        String publisher,
        String title,
        @Nullable String author,
        @Nullable EventDate publishedOn,
        @Nullable EventDate retrievedAt,
        SourceTier tier,
        @Nullable String quote,
        @Nullable String derivedFrom) {}
