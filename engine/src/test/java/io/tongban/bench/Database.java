package io.tongban.bench;

import io.tongban.MariaDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Where a server keeps its data: an H2 file that loses no commit, or a real MariaDB that loses none. */
enum Database {
    H2 {
        @Override
        Map<String, String> empty(Path home) {
            return at(home, Integer.getInteger("bench.writeDelay", 500), Integer.getInteger("bench.queryCache", 0));
        }

        @Override
        Map<String, String> emptyForYardstick(Path home) {
            return at(home, 0, 256);
        }

        /** With a delay the product writes commits together itself; without one H2 writes each. */
        private static Map<String, String> at(Path home, int writeDelay, int queries) {
            return settings(
                    "jdbc:h2:file:" + home.resolve("data") + ";WRITE_DELAY=" + writeDelay
                            + ";MODE=MySQL;LOCK_TIMEOUT=10000;QUERY_TIMEOUT=30000;DB_CLOSE_ON_EXIT=FALSE"
                            + ";QUERY_CACHE_SIZE=" + queries + ";OPTIMIZE_REUSE_RESULTS=FALSE;CACHE_SIZE=131072"
                            + System.getProperty("bench.h2", ""),
                    "bench");
        }
    },
    MARIADB {
        @Override
        Map<String, String> empty(Path home) {
            System.setProperty("mariadb.flush", "1");
            var made = MariaDb.emptyDatabase();
            return settings(String.valueOf(made.get("spring.datasource.url")), "root");
        }
    };

    private static final String URL = "spring.datasource.url";
    private static final String USER = "spring.datasource.username";

    /** Spring settings of a new database. */
    abstract Map<String, String> empty(Path home);

    /** The same for an application that knows nothing of the product; no commit is lost there either. */
    Map<String, String> emptyForYardstick(Path home) {
        return empty(home);
    }

    private static Map<String, String> settings(String url, String user) {
        return Map.of(URL, url, USER, user, "spring.datasource.password", "");
    }

    /** For inserting many rows while no server runs. */
    static Connection open(Map<String, String> settings) throws SQLException {
        var url = String.valueOf(settings.get(URL));
        var batches = url.startsWith("jdbc:mysql") ? "&rewriteBatchedStatements=true" : "";
        return DriverManager.getConnection(url + batches, settings.get(USER), "");
    }
}
