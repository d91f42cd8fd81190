package io.partnerledger.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The least that a rebuild takes: a select, a JSON tree, a row for each event and one for each name it is found under. */
final class RawRebuild {

    private static final int BATCH = 1000;
    private static final List<String> NAMES = List.of("from", "to", "deal", "organization", "partner", "customer");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RawRebuild() {}

    static double rate(Database from, Database to) throws SQLException {
        long done = 0;
        long begin = System.nanoTime();
        try (Connection source = from.rawConnection();
                Connection target = to.rawConnection()) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            create(target);
            try (PreparedStatement select =
                            source.prepareStatement("SELECT position, stream, data FROM log_event ORDER BY position");
                    PreparedStatement version = target.prepareStatement("INSERT INTO raw_version VALUES (?, ?)");
                    PreparedStatement key =
                            target.prepareStatement("INSERT INTO raw_key VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
                select.setFetchSize(BATCH);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        write(rows, version, key);
                        if (++done % BATCH == 0) {
                            version.executeBatch();
                            key.executeBatch();
                            target.commit();
                        }
                    }
                }
                version.executeBatch();
                key.executeBatch();
                target.commit();
            }
            source.commit();
        }
        return done * 1e9 / (System.nanoTime() - begin);
    }

    private static void create(Connection target) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute(
                    "CREATE TABLE raw_version (id TEXT, from_position BIGINT, PRIMARY KEY (id, from_position))");
            statement.execute("CREATE INDEX raw_version_from ON raw_version (from_position)");
            statement.execute("CREATE TABLE raw_key (key TEXT, announcement BIGINT, from_position BIGINT,"
                    + " PRIMARY KEY (key, announcement))");
        }
        target.commit();
    }

    private static void write(ResultSet row, PreparedStatement version, PreparedStatement key) throws SQLException {
        long position = row.getLong(1);
        String stream = row.getString(2);
        JsonNode event = JSON.readTree(row.getBytes(3));
        version.setString(1, stream);
        version.setLong(2, position);
        version.addBatch();
        for (JsonNode statement : event.path("statements")) {
            for (String name : NAMES) {
                JsonNode value = statement.path(name);
                if (value.isString()) {
                    key.setString(1, value.asString());
                    key.setLong(2, position);
                    key.setLong(3, position);
                    key.addBatch();
                }
            }
        }
    }
}
