-- Made once a build is filled: sorting at the end costs less than keeping order on the way.
ALTER TABLE announcement_version ADD PRIMARY KEY (from_position);
ALTER TABLE key_block ADD PRIMARY KEY (key, block);
ALTER TABLE organization_version ADD PRIMARY KEY (from_position);
CREATE INDEX organization_name_from ON organization_name (from_position);
