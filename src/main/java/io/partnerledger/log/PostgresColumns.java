package io.partnerledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows as an array for each column: one statement takes any number of them. */
final class PostgresColumns {

    private final List<String> types;
    private final List<List<Object>> columns;

    PostgresColumns(String... types) {
        this.types = List.of(types);
        this.columns = new ArrayList<>();
        this.types.forEach(type -> columns.add(new ArrayList<>()));
    }

    void add(Object... row) {
        for (int i = 0; i < row.length; i++) {
            columns.get(i).add(row[i]);
        }
    }

    /** Binds the columns as parameters from this one on. */
    void bind(Connection connection, PreparedStatement statement, int parameter) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            statement.setArray(
                    parameter + i, connection.createArrayOf(types.get(i), array(types.get(i), columns.get(i))));
        }
    }

    /** As arrays of their own types the driver sends them in binary. */
    private static Object[] array(String type, List<Object> column) {
        return switch (type) {
            case "bytea" -> column.toArray(new byte[0][]);
            case "text" -> column.toArray(new String[0]);
            case "bigint" -> column.toArray(new Long[0]);
            case "int" -> column.toArray(new Integer[0]);
            default -> throw new IllegalArgumentException(type);
        };
    }
}
