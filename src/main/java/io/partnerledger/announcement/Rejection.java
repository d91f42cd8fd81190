package io.partnerledger.announcement;

import java.util.List;

/**
 * Why a command was refused: a stable code, the JSON pointer of the fault in what was sent (empty: the whole), a
 * sentence that says what to do, and, where a name is unknown, the nearest known ones.
 */
public record Rejection(Code code, String pointer, String detail, List<String> near) {

    public Rejection(Code code, String pointer, String detail) {
        this(code, pointer, detail, List.of());
    }

    /** The stable codes, in kebab-case outside the process. */
    public enum Code {
        STALE_REVISION,
        ALREADY_RECORDED,
        ALREADY_REGISTERED,
        UNKNOWN_ANNOUNCEMENT,
        UNKNOWN_ORGANIZATION,
        AMBIGUOUS_ORGANIZATION,
        NAME_TAKEN,
        ID_TAKEN,
        RETRACTED,
        NOT_RETRACTED,
        NOTHING_CHANGED,
        NO_STATEMENTS,
        NO_ROLES,
        AMOUNT_MISSING,
        AMOUNT_NOT_ALLOWED,
        RANGE_REVERSED,
        CURRENCY_MISSING,
        SAME_PARTY,
        NO_SUCH_STATEMENT,
        BLANK,
        DUPLICATE_OF_ITSELF,
        DUPLICATE_CIRCLE,
        NOT_LINKED,
        ALREADY_MERGED,
        NOT_MERGED,
        MERGE_INTO_ITSELF,
        MERGE_CIRCLE,
        NO_IDENTIFIERS,
        MALFORMED_IDENTIFIER,
        MALFORMED_ID,
        REPEATED_ALIAS,
        NEGATIVE,
        UNKNOWN_TARGET,
    }
}
