package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A kept statement behaves like a new one. */
class KeptStatementsTest {

    private static final String READ = "select name from person where id = ?";

    private Connection connection = connect();

    private static Connection connect() {
        try {
            return new KeptStatements(new DriverManagerDataSource("jdbc:h2:mem:;QUERY_CACHE_SIZE=0")).getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void fill() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table person (id int primary key, name varchar(20))");
            statement.execute("insert into person values (1, '陈'), (2, '林')");
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void the_same_words_are_prepared_once() throws SQLException {
        var first = connection.prepareStatement(READ);
        assertThat(read(first, 1)).isEqualTo("陈");
        first.close();

        var second = connection.prepareStatement(READ);
        assertThat(second).isSameAs(first);
        assertThat(read(second, 2)).isEqualTo("林");
        second.close();
    }

    @Test
    void two_that_are_used_at_once_do_not_disturb_each_other() throws SQLException {
        try (var first = connection.prepareStatement(READ);
                var second = connection.prepareStatement(READ)) {
            first.setInt(1, 1);
            second.setInt(1, 2);
            assertThat(first).isNotSameAs(second);
            try (var one = first.executeQuery();
                    var other = second.executeQuery()) {
                one.next();
                other.next();
                assertThat(one.getString(1) + other.getString(1)).isEqualTo("陈林");
            }
        }
    }

    @Test
    void nothing_is_left_of_what_it_was_given_before() throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            read(statement, 1);
        }
        try (var statement = connection.prepareStatement(READ)) {
            assertThatThrownBy(statement::executeQuery).isInstanceOf(SQLException.class);
        }
        try (var all = connection.prepareStatement("select name from person")) {
            all.setMaxRows(1);
        }
        try (var all = connection.prepareStatement("select name from person")) {
            assertThat(all.getMaxRows()).isZero();
        }
        try (var statement = connection.prepareStatement("insert into person values (?, ?)")) {
            statement.setInt(1, 3);
            statement.setString(2, "赵");
            statement.addBatch();
        }
        try (var statement = connection.prepareStatement("insert into person values (?, ?)")) {
            statement.executeBatch();
        } catch (SQLException nothingToDo) {
            // H2 refuses a batch without rows.
        }
        try (var statement = connection.prepareStatement(READ)) {
            statement.setInt(1, 3);
            assertThat(statement.executeQuery().next()).isFalse();
        }
    }

    @Test
    void results_are_closed_with_it_and_it_is_closed_until_it_is_asked_for_again() throws SQLException {
        var statement = connection.prepareStatement(READ);
        statement.setInt(1, 1);
        var results = statement.executeQuery();
        statement.close();

        assertThat(results.isClosed()).isTrue();
        assertThat(statement.isClosed()).isTrue();
        statement.close();
        try (var again = connection.prepareStatement(READ);
                var other = connection.prepareStatement(READ)) {
            assertThat(again).isNotSameAs(other);
        }
    }

    @Test
    void it_sees_that_the_table_has_changed() throws SQLException {
        try (var statement = connection.prepareStatement(READ)) {
            read(statement, 1);
        }
        try (var change = connection.createStatement()) {
            change.execute("alter table person add column age int default 30");
            change.execute("alter table person alter column name rename to called");
            change.execute("alter table person add column name varchar(20) default '新'");
        }
        try (var statement = connection.prepareStatement(READ)) {
            assertThat(read(statement, 1)).isEqualTo("新");
        }
    }

    private static String read(PreparedStatement statement, int id) throws SQLException {
        statement.setInt(1, id);
        try (var results = statement.executeQuery()) {
            results.next();
            return results.getString(1);
        }
    }
}
