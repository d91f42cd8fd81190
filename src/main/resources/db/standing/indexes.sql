-- Made once a build is filled: sorting at the end costs less than keeping order on the way.
CREATE UNIQUE INDEX announcement_version_id ON announcement_version (id, revision);
-- With the position, so that a question of who speaks of something reads nothing else.
CREATE INDEX announcement_key_key ON announcement_key (key, announcement, from_position);
CREATE UNIQUE INDEX organization_version_id ON organization_version (id, revision);
CREATE INDEX organization_name_from ON organization_name (from_position);
