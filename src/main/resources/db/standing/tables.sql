-- Form 6 of one build of the read side's table. A build whose form is not this program's is built anew from the log:
-- raise the number when what is written changes and the columns do not.
CREATE TABLE build (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    form    TEXT    NOT NULL, -- the digest of the files that made the tables
    whole   INTEGER NOT NULL, -- 0 while it is filled, 1 once it has its indexes
    touched INTEGER NOT NULL  -- 1 once somebody else changed or removed rows
);

-- A row is an event, and the announcement that it happened to, named by the position of its first event: from then on
-- another version of it is in force. What was said is in the log.
CREATE TABLE announcement_version (
    from_position ${position},
    position      BIGINT NOT NULL
);

-- What announcements have ever spoken of, each once, and the events since which they do: organizations ("o:anthropic")
-- and deals ("d:amazon-anthropic-2023"), by a digest of 32 bits. Who finds something looks whether it is what was meant.
-- A row is a key with those events of a block of ${block} that it comes with, by their places in the block: "0,17,1003".
CREATE TABLE key_block (
    key    INTEGER NOT NULL,
    block  INTEGER NOT NULL,
    events TEXT    NOT NULL${keys};

CREATE VIEW announcement_key AS
SELECT k.key, k.block, ${block} * CAST(k.block AS BIGINT) + e.value AS from_position FROM key_block k, ${events};

-- A row is an event that an organization changed by.
CREATE TABLE organization_version (
    from_position ${position},
    id            ${text} NOT NULL
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
${filling}