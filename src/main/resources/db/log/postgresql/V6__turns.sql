-- A node writes with plain statements now, for as long as it has its turn.
DROP FUNCTION log_append(
    bigint, text, integer, integer, text[], text[], bigint[], text[], integer[], bigint[], text[], bytea[], text[], text[],
    text[], bigint[]);
DROP FUNCTION log_tell(text, bigint, integer);
