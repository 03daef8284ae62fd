package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.MariaDb;
import io.tongban.kernel.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was written by an older product is carried on. */
@Tag("database")
class OldLinesTest {

    private static DriverManagerDataSource empty() {
        if (!System.getProperty("tongban.test.db", "h2").equals("mariadb")) {
            return new DriverManagerDataSource("jdbc:h2:mem:" + Ids.next() + ";MODE=MySQL;DB_CLOSE_DELAY=-1", "sa", "");
        }
        var settings = MariaDb.emptyDatabase();
        return new DriverManagerDataSource(
                String.valueOf(settings.get("spring.datasource.url")),
                String.valueOf(settings.get("spring.datasource.username")),
                String.valueOf(settings.get("spring.datasource.password")));
    }

    private static void migrate(DriverManagerDataSource database, String target) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    @Test
    void lines_that_were_written_before_there_was_a_chain_are_bound_in_their_order() {
        var database = empty();
        migrate(database, "65");
        var jdbc = new JdbcTemplate(database);
        var first = Ids.next();
        var second = Ids.next();
        for (int i = 0; i < 1_001; i++) {
            jdbc.update(
                    "insert into process_entry (id, request_id, at, person_id, action, text) values (?, ?, ?, ?, ?, ?)",
                    Ids.next(),
                    i % 2 == 0 ? first : second,
                    Timestamp.from(Instant.parse("2026-11-27T08:00:00.123Z").plusMillis(i)),
                    "system",
                    "comment",
                    "第 " + i + " 句 𠮷");
        }
        migrate(database, "66");
        for (var request : List.of(first, second)) {
            var lines = jdbc.query(
                    "select * from process_entry where request_id = ? order by id",
                    (row, number) -> new TrailMapper.ChainRow(
                            row.getString("id"),
                            row.getString("request_id"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("person_id"),
                            null,
                            row.getString("action"),
                            null,
                            null,
                            row.getString("text"),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            row.getString("salt"),
                            null,
                            null,
                            null,
                            row.getString("words"),
                            row.getInt("seq"),
                            row.getString("link")),
                    request);
            var before = request;
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i);
                assertThat(line.seq()).isEqualTo(i + 1);
                assertThat(Trail.state(line)).isEqualTo(Trails.State.INTACT);
                assertThat(line.link()).isEqualTo(Chain.link(before, Trail.body(line)));
                before = String.valueOf(line.link());
            }
            assertThat(lines).hasSizeGreaterThan(499);
        }
        assertThat(jdbc.queryForObject("select count(*) from process_entry where link is null", Integer.class))
                .isZero();
    }
}
