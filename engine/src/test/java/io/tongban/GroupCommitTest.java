package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 would write after an hour: what is in a copy of the file was written by us. */
class GroupCommitTest {

    private static final String LATE = ";WRITE_DELAY=3600000";

    @TempDir
    Path folder = Path.of("");

    private final HikariDataSource pool = new HikariDataSource();
    private DataSource grouped = pool;

    @BeforeEach
    void open() throws SQLException {
        pool.setJdbcUrl("jdbc:h2:file:" + folder.resolve("data") + LATE);
        pool.setUsername("sa");
        pool.setPassword("");
        grouped = (DataSource) new EmbeddedDatabase().postProcessAfterInitialization(pool, "dataSource");
        try (var connection = grouped.getConnection()) {
            connection.createStatement().execute("create table told (id int primary key)");
        }
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void a_commit_is_in_the_file_when_it_returns() throws Exception {
        try (var connection = grouped.getConnection()) {
            connection.setAutoCommit(false);
            connection.prepareStatement("insert into told values (1)").executeUpdate();
            connection.commit();

            assertThat(inTheFile()).isEqualTo(1);
        }
    }

    @Test
    void so_is_a_statement_that_is_its_own_transaction() throws Exception {
        try (var connection = grouped.getConnection()) {
            connection.prepareStatement("insert into told values (1)").executeUpdate();
        }

        assertThat(inTheFile()).isEqualTo(1);
    }

    @Test
    void what_is_rolled_back_is_not() throws Exception {
        try (var connection = grouped.getConnection()) {
            connection.setAutoCommit(false);
            connection.prepareStatement("insert into told values (1)").executeUpdate();
            connection.rollback();
        }

        assertThat(inTheFile()).isZero();
    }

    @Test
    void everybody_who_commits_at_the_same_time_finds_the_own_change_written() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var commits = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 200; i++) {
                int id = i;
                commits.add(() -> {
                    insert(id);
                    return null;
                });
            }
            for (var commit : threads.invokeAll(commits)) {
                commit.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(inTheFile()).isEqualTo(200);
    }

    @Test
    void a_file_that_h2_writes_itself_and_other_databases_are_left_alone() {
        for (var url :
                new String[] {"jdbc:h2:file:/tmp/x;WRITE_DELAY=0", "jdbc:h2:mem:x", "jdbc:mysql://localhost/x"}) {
            var other = new HikariDataSource();
            other.setJdbcUrl(url);
            assertThat(new EmbeddedDatabase().postProcessAfterInitialization(other, "dataSource"))
                    .isSameAs(other);
        }
    }

    private void insert(int id) throws SQLException {
        try (var connection = grouped.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement("insert into told values (?)")) {
                statement.setInt(1, id);
                statement.executeUpdate();
            }
            connection.commit();
        }
    }

    /** Rows in a copy of the file, as after the end of the process. */
    private int inTheFile() throws Exception {
        var copy = Files.createTempDirectory(folder, "copy");
        Files.copy(folder.resolve("data.mv.db"), copy.resolve("data.mv.db"));
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + copy.resolve("data"), "sa", "");
                var found = connection.createStatement().executeQuery("select count(*) from told")) {
            found.next();
            return found.getInt(1);
        }
    }
}
