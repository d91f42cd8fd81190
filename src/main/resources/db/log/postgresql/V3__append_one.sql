-- What log_append does, for the most frequent group: one event, no keys. Nothing is packed into arrays and no part of the
-- transaction is undone, so who appends alone waits little longer than for a plain insert. Where something is taken, the
-- unique violation is the answer.
CREATE FUNCTION log_append_one(
    ledger bigint, channel text, lock_millis integer,
    event_id text, stream text, sequence bigint, type text, revision integer, recorded_at bigint, metadata text, data bytea,
    OUT head bigint, OUT head_at bigint)
LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('synchronous_commit') = 'off' THEN
        PERFORM set_config('synchronous_commit', 'on', true);
    END IF;
    PERFORM set_config('lock_timeout', lock_millis::text, true);
    PERFORM pg_advisory_xact_lock(ledger);
    SELECT e.position, e.recorded_at INTO head, head_at FROM log_event e ORDER BY e.position DESC LIMIT 1;
    head := coalesce(head, -1);
    INSERT INTO log_event
    VALUES (head + 1, event_id, stream, sequence, type, revision, greatest(recorded_at, head_at), metadata, data);
    PERFORM pg_notify(channel, (head + 1)::text);
END $$;
