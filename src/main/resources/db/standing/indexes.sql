-- Made once a build is filled: sorting at the end costs less than keeping order on the way.
CREATE UNIQUE INDEX announcement_version_id ON announcement_version (id, revision);
CREATE INDEX announcement_version_open ON announcement_version (position) WHERE until_position IS NULL;
CREATE UNIQUE INDEX announcement_key_key ON announcement_key (key, announcement);
-- With the position, so that two builds are compared without a look into the table.
CREATE INDEX announcement_key_announcement ON announcement_key (announcement, key, from_position);
CREATE UNIQUE INDEX organization_version_id ON organization_version (id, revision);
CREATE INDEX organization_name_from ON organization_name (from_position);
