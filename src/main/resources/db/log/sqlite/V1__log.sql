-- position is the rowid: appending in order of position never moves a page.
CREATE TABLE log_event (
    position    INTEGER PRIMARY KEY,
    event_id    TEXT    NOT NULL UNIQUE,
    stream      TEXT    NOT NULL,
    sequence    INTEGER NOT NULL,
    type        TEXT    NOT NULL,
    revision    INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL, -- microseconds since 1970-01-01T00:00:00Z
    metadata    TEXT    NOT NULL, -- JSON object
    data        BLOB    NOT NULL,
    UNIQUE (stream, sequence)
);

CREATE TABLE log_key (
    scope    TEXT    NOT NULL,
    key      TEXT    NOT NULL,
    owner    TEXT    NOT NULL,
    position INTEGER NOT NULL, -- of the last event appended together with the key
    PRIMARY KEY (scope, key)
) WITHOUT ROWID;

-- Against accidents with other tools on the file. Whoever means harm drops a trigger; the hashes are against that.
CREATE TRIGGER log_event_is_never_changed BEFORE UPDATE ON log_event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER log_event_is_never_deleted BEFORE DELETE ON log_event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
