-- Rows that somebody changes or removes by hand leave a mark, so that a start need not count them.
CREATE TRIGGER announcement_version_removed AFTER DELETE ON announcement_version
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER announcement_version_changed AFTER UPDATE ON announcement_version
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER key_block_removed AFTER DELETE ON key_block
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
-- Events of a block are added at the end.
CREATE TRIGGER key_block_changed AFTER UPDATE ON key_block
WHEN new.key <> old.key OR new.block <> old.block
    OR substr(new.events, 1, length(old.events) + 1) <> old.events || ','
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER organization_version_removed AFTER DELETE ON organization_version
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER organization_version_changed AFTER UPDATE ON organization_version
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER organization_name_removed AFTER DELETE ON organization_name
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER organization_name_changed AFTER UPDATE ON organization_name
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
