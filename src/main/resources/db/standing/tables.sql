-- Form 3 of one build of the read side's table. A build whose form is not this program's is built anew from the log:
-- raise the number when what is written changes and the columns do not.
CREATE TABLE build (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    form    TEXT    NOT NULL, -- the digest of the files that made the tables
    whole   INTEGER NOT NULL, -- 0 while it is filled, 1 once it has its indexes
    touched INTEGER NOT NULL  -- 1 once somebody else changed or removed rows
);

-- A row is an announcement or an organization as one event left it, in force from from_position until until_position
-- (open where null), so that any position of the log can be asked about. Every event makes one row. What was said is in
-- the log, under the id; position is where the first event is.
CREATE TABLE announcement_version (
    from_position  ${position} PRIMARY KEY,
    id             ${text} NOT NULL,
    revision       BIGINT NOT NULL,
    position       BIGINT NOT NULL,
    until_position BIGINT
);

-- What an announcement, named by the position of its first event, has ever spoken of, once, and since which position:
-- organizations ("o:anthropic") and deals ("d:amazon-anthropic-2023").
CREATE TABLE announcement_key (
    key           ${text} NOT NULL,
    announcement  BIGINT NOT NULL,
    from_position BIGINT NOT NULL
);

CREATE TABLE organization_version (
    from_position  ${position} PRIMARY KEY,
    id             ${text} NOT NULL,
    revision       BIGINT NOT NULL,
    position       BIGINT NOT NULL,
    until_position BIGINT
);

-- The names under which an organization resolves, in their normalised form.
CREATE TABLE organization_name (
    name_key      ${text} NOT NULL PRIMARY KEY,
    organization  ${text} NOT NULL,
    name          TEXT   NOT NULL,
    from_position BIGINT NOT NULL
);

-- Axon's token store, in the same transaction as the rows it speaks of.
CREATE TABLE token_entry (
    processor_name TEXT    NOT NULL,
    segment        INTEGER NOT NULL,
    token          ${blob},
    token_type     TEXT,
    timestamp      TEXT,
    owner          TEXT,
    PRIMARY KEY (processor_name, segment)
);
