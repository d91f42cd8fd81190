-- The other tables are their own index.
CREATE INDEX organization_name_from ON organization_name (from_position);
