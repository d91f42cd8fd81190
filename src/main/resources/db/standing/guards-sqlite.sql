-- Rows that somebody changes or removes by hand leave a mark, so that a start need not count them.
CREATE TRIGGER announcement_version_removed AFTER DELETE ON announcement_version
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER announcement_version_changed AFTER UPDATE ON announcement_version
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER announcement_key_removed AFTER DELETE ON announcement_key
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER announcement_key_changed AFTER UPDATE ON announcement_key
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER organization_version_removed AFTER DELETE ON organization_version
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER organization_version_changed AFTER UPDATE ON organization_version
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER organization_name_removed AFTER DELETE ON organization_name
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
CREATE TRIGGER organization_name_changed AFTER UPDATE ON organization_name
BEGIN UPDATE build SET touched = 1 WHERE touched = 0; END;
