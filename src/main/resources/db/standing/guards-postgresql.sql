-- Rows that somebody changes or removes by hand leave a mark, so that a start need not count them.
CREATE FUNCTION rows_were_touched() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN EXECUTE format('UPDATE %I.build SET touched = 1 WHERE touched = 0', TG_TABLE_SCHEMA); RETURN NULL; END $$;
CREATE TRIGGER touched AFTER UPDATE OR DELETE OR TRUNCATE ON announcement_version
FOR EACH STATEMENT EXECUTE FUNCTION rows_were_touched();
CREATE TRIGGER touched AFTER DELETE OR TRUNCATE ON key_block
FOR EACH STATEMENT EXECUTE FUNCTION rows_were_touched();
-- Events of a block are added at the end.
CREATE TRIGGER changed AFTER UPDATE ON key_block FOR EACH ROW
WHEN (new.key <> old.key OR new.block <> old.block OR NOT starts_with(new.events, old.events || ','))
EXECUTE FUNCTION rows_were_touched();
CREATE TRIGGER touched AFTER UPDATE OR DELETE OR TRUNCATE ON organization_version
FOR EACH STATEMENT EXECUTE FUNCTION rows_were_touched();
CREATE TRIGGER touched AFTER UPDATE OR DELETE OR TRUNCATE ON organization_name
FOR EACH STATEMENT EXECUTE FUNCTION rows_were_touched();
