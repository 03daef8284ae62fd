package io.tongban.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts many rows quickly: batches of several tables, committed together. */
final class Rows implements AutoCloseable {

    private static final int TOGETHER = 20_000;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
    private int waiting;
    private long written;

    Rows(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    Connection connection() {
        return connection;
    }

    /** A row of a table, such as {@code leave_type (type_key, name)}. */
    void add(String table, @Nullable Object... values) throws SQLException {
        var statement = statements.get(table);
        if (statement == null) {
            statement = connection.prepareStatement(
                    "insert into " + table + " values (?" + ", ?".repeat(values.length - 1) + ")");
            statements.put(table, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        written++;
        if (++waiting == TOGETHER) {
            flush();
        }
    }

    void flush() throws SQLException {
        for (var statement : statements.values()) {
            statement.executeBatch();
        }
        connection.commit();
        waiting = 0;
    }

    long written() {
        return written;
    }

    @Override
    public void close() throws SQLException {
        flush();
        for (var statement : statements.values()) {
            statement.close();
        }
    }
}
