package io.tongban;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Lets commits of the embedded file that come together be written together. H2 by itself writes with every commit all
 * pages that anybody has touched meanwhile, one commit after the other. Here whoever commits first writes for all who
 * wait, and nobody returns before the own changes are in the file: what was answered is not lost with the process.
 */
final class GroupCommit extends DelegatingDataSource {

    private final AtomicLong asked = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private long written;

    GroupCommit(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(super.getConnection());
    }

    private Connection watched(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                GroupCommit.class.getClassLoader(), new Class<?>[] {Connection.class}, new Watch(connection));
    }

    /** Returns when everything that was committed before is in the file. */
    private void write(Connection connection) throws SQLException {
        var mine = asked.incrementAndGet();
        writing.lock();
        try {
            if (written < mine) {
                var all = asked.get();
                try (var statement = connection.createStatement()) {
                    statement.execute("checkpoint");
                }
                written = all;
            }
        } finally {
            writing.unlock();
        }
    }

    /** A connection while somebody has it: knows whether there is something to write at its commit or return. */
    private final class Watch implements java.lang.reflect.InvocationHandler {

        private final Connection connection;
        private boolean changed;

        Watch(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            switch (method.getName()) {
                case "createStatement", "prepareCall" -> changed = true;
                case "prepareStatement" -> changed |= args == null || !reads(String.valueOf(args[0]));
                case "close" -> {
                    try {
                        writeBeforeReturn();
                    } finally {
                        call(method, args);
                    }
                    return null;
                }
                default -> {}
            }
            var result = call(method, args);
            if (method.getName().equals("commit")) {
                writeChanges();
            } else if (method.getName().equals("rollback") && args == null) {
                changed = false;
            }
            return result;
        }

        /** A statement that was its own transaction. */
        private void writeBeforeReturn() throws SQLException {
            if (changed && !connection.isClosed() && connection.getAutoCommit()) {
                writeChanges();
            }
        }

        private void writeChanges() throws SQLException {
            if (changed) {
                changed = false;
                write(connection);
            }
        }

        private @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
            try {
                return method.invoke(connection, args);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }
    }

    private static boolean reads(String sql) {
        int start = 0;
        while (start < sql.length() && (sql.charAt(start) <= ' ' || sql.charAt(start) == '(')) {
            start++;
        }
        return sql.regionMatches(true, start, "select", 0, 6);
    }
}
