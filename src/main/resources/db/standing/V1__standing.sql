-- One generation of the read side's table. A row is an announcement or an organization as one event left it, in force
-- from from_position until until_position (open where null), so that any position of the log can be asked about.
CREATE TABLE announcement_version (
    id             ${text} NOT NULL,
    revision       BIGINT NOT NULL,
    position       BIGINT NOT NULL,
    from_position  BIGINT NOT NULL,
    until_position BIGINT,
    body           TEXT   NOT NULL,
    PRIMARY KEY (id, revision)
);
CREATE INDEX announcement_version_from ON announcement_version (from_position);
CREATE INDEX announcement_version_open ON announcement_version (position) WHERE until_position IS NULL;

-- What an announcement has ever spoken of, and since which position: organizations ("o:anthropic") and deals
-- ("d:amazon-anthropic-2023").
CREATE TABLE announcement_key (
    key           ${text} NOT NULL,
    announcement  ${text} NOT NULL,
    from_position BIGINT NOT NULL,
    PRIMARY KEY (key, announcement)
);
CREATE INDEX announcement_key_announcement ON announcement_key (announcement, key);

CREATE TABLE organization_version (
    id             ${text} NOT NULL,
    revision       BIGINT NOT NULL,
    position       BIGINT NOT NULL,
    from_position  BIGINT NOT NULL,
    until_position BIGINT,
    body           TEXT   NOT NULL,
    PRIMARY KEY (id, revision)
);
CREATE INDEX organization_version_from ON organization_version (from_position);

-- The names under which an organization resolves, in their normalised form.
CREATE TABLE organization_name (
    name_key      ${text} NOT NULL PRIMARY KEY,
    organization  ${text} NOT NULL,
    name          TEXT   NOT NULL,
    from_position BIGINT NOT NULL
);
CREATE INDEX organization_name_from ON organization_name (from_position);

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
