-- The sessions of the nodes that want to hear of commits. A node knows of its own; news that nobody else would hear is not
-- sent, for it wakes two processes and costs a lone append a tenth of its time. What is in here is worth nothing after a
-- crash, in which all sessions end.
CREATE UNLOGGED TABLE log_listener (pid integer NOT NULL PRIMARY KEY);

-- Sees who listens by the time that it is called, which is with the ledger's lock held: a node that is not told yet takes
-- the lock after it is in the table, and finds what was committed before. Under a stricter isolation it may see less, and
-- tells.
CREATE FUNCTION log_tell(channel text, head bigint, own integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed'
        OR EXISTS (SELECT FROM log_listener l WHERE l.pid <> own) THEN
        PERFORM pg_notify(channel, head::text);
    END IF;
END $$;

DROP FUNCTION log_append(
    bigint, text, integer, text[], text[], bigint[], text[], integer[], bigint[], text[], bytea[], text[], text[], text[],
    bigint[]);

-- Appends a group in one statement, hence in one round trip: the ledger's lock, its end, the rows, the news of them. It
-- answers where the log ended before, or with nothing where a part of the group is taken: then nothing is stored, and
-- who called finds out what. Each statement sees what was committed before the lock was held; where a server's default
-- isolation keeps it from that, the positions are taken.
CREATE FUNCTION log_append(
    ledger bigint, channel text, own integer, lock_millis integer,
    event_ids text[], streams text[], sequences bigint[], types text[], revisions integer[], times bigint[],
    metadatas text[], datas bytea[],
    scopes text[], keys text[], owners text[], ends bigint[],
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
    BEGIN
        INSERT INTO log_event (position, event_id, stream, sequence, type, revision, recorded_at, metadata, data)
        SELECT head + n.place, n.id, n.stream, n.sequence, n.type, n.revision, greatest(n.time, head_at), n.metadata, n.data
        FROM unnest(event_ids, streams, sequences, types, revisions, times, metadatas, datas)
            WITH ORDINALITY AS n(id, stream, sequence, type, revision, time, metadata, data, place);
        INSERT INTO log_key (scope, key, owner, position)
        SELECT n.scope, n.key, n.owner, head + n.place
        FROM unnest(scopes, keys, owners, ends) AS n(scope, key, owner, place);
    EXCEPTION WHEN unique_violation THEN
        head := NULL;
        RETURN;
    END;
    PERFORM log_tell(channel, head + cardinality(event_ids), own);
END $$;
