package io.tongban;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections of the embedded database that keep their prepared statements, so that each is taken apart once. H2's own
 * memory of them is turned off: it looks through all of it whenever a row is written.
 */
final class KeptStatements extends DelegatingDataSource {

    private static final int MOST = 256;

    /** What makes a statement behave otherwise than a new one; such a statement is not kept. */
    private static final Set<String> CHANGES = Set.of(
            "setMaxRows",
            "setLargeMaxRows",
            "setMaxFieldSize",
            "setQueryTimeout",
            "setFetchSize",
            "setFetchDirection",
            "setEscapeProcessing",
            "setPoolable",
            "closeOnCompletion",
            "cancel");

    KeptStatements(DataSource database) {
        super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return keeping(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return keeping(super.getConnection(user, password));
    }

    private static Connection keeping(Connection connection) {
        return proxy(Connection.class, new Keeper(connection));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(KeptStatements.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** A connection with the statements that nobody uses now, the one used longest ago first. */
    private static final class Keeper implements InvocationHandler {

        private final Connection connection;
        private final Map<String, Lent> idle = new LinkedHashMap<>();

        Keeper(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            if (method.getName().equals("prepareStatement") && args != null && args.length == 1) {
                return lend((Connection) proxy, String.valueOf(args[0]));
            }
            return call(connection, method, args);
        }

        private PreparedStatement lend(Connection proxy, String sql) throws SQLException {
            var kept = idle.remove(sql);
            if (kept == null) {
                kept = new Lent(this, proxy, sql, connection.prepareStatement(sql));
            }
            kept.lent = true;
            return kept.asLent;
        }

        void back(Lent statement) throws SQLException {
            var other = idle.put(statement.sql, statement);
            if (other != null) {
                other.statement.close();
            }
            if (idle.size() > MOST) {
                var oldest = idle.values().iterator();
                var gone = oldest.next();
                oldest.remove();
                gone.statement.close();
            }
        }
    }

    /** A statement that goes back to its connection when it is closed. */
    private static final class Lent implements InvocationHandler {

        private final Keeper keeper;
        private final Connection connection;
        private final String sql;
        private final PreparedStatement statement;
        private final PreparedStatement asLent;
        private boolean lent;
        private boolean changed;

        Lent(Keeper keeper, Connection connection, String sql, PreparedStatement statement) {
            this.keeper = keeper;
            this.connection = connection;
            this.sql = sql;
            this.statement = statement;
            this.asLent = proxy(PreparedStatement.class, this);
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            var name = method.getName();
            switch (name) {
                case "close" -> {
                    giveBack();
                    return null;
                }
                case "isClosed" -> {
                    return !lent;
                }
                case "getConnection" -> {
                    return connection;
                }
                default -> {
                    changed |= CHANGES.contains(name);
                    return call(statement, method, args);
                }
            }
        }

        private void giveBack() throws SQLException {
            if (!lent) {
                return;
            }
            lent = false;
            if (changed || statement.isClosed()) {
                statement.close();
                return;
            }
            var results = statement.getResultSet();
            if (results != null) {
                results.close();
            }
            statement.clearBatch();
            statement.clearParameters();
            keeper.back(this);
        }
    }
}
