CREATE TABLE log_event (
    position    bigint  NOT NULL PRIMARY KEY,
    event_id    text    COLLATE "C" NOT NULL UNIQUE,
    stream      text    COLLATE "C" NOT NULL,
    sequence    bigint  NOT NULL,
    type        text    COLLATE "C" NOT NULL,
    revision    integer NOT NULL,
    recorded_at bigint  NOT NULL,
    metadata    text    NOT NULL,
    data        bytea   NOT NULL,
    UNIQUE (stream, sequence)
);
COMMENT ON COLUMN log_event.recorded_at IS 'microseconds since 1970-01-01T00:00:00Z';
COMMENT ON COLUMN log_event.metadata IS 'JSON object';

CREATE TABLE log_key (
    scope    text   COLLATE "C" NOT NULL,
    key      text   COLLATE "C" NOT NULL,
    owner    text   COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (scope, key)
);
COMMENT ON COLUMN log_key.position IS 'of the last event appended together with the key';

-- Against accidents with other tools. Whoever means harm drops a trigger; the hashes are against that.
CREATE FUNCTION log_event_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'events are never changed or deleted'; END $$;
CREATE TRIGGER log_event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON log_event
FOR EACH STATEMENT EXECUTE FUNCTION log_event_stays();
