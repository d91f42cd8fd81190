-- A lone event is appended by a plain insert now, which waits less than a function does.
DROP FUNCTION log_append_one(bigint, text, integer, text, text, bigint, text, integer, bigint, text, bytea);
