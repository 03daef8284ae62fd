package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.org.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people write is stored and read back unchanged, on every database. */
@ProductTest
class TextsOfTheWorldTest {

    @Autowired
    TestCompany company;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    static List<String> texts() {
        return List.of(
                "𠮷野家😀",
                "مرحبا \u202eabc\u202c שלום",
                "e\u0301 \u0041\u030a é Å",
                "O'Neil \"said\" `this`; -- drop table org_person",
                "<script>alert('&amp;')</script><b>粗</b>",
                "back\\slash \\n %_ {0} ${steps} #{x}",
                "👩‍👩‍👧 \uFEFF零\u200b宽");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_survives_in_names_answers_facts_and_comments(String text) {
        var account = company.employ(text, "zhao.min");
        assertThat(people.get(company.id(account)).name()).isEqualTo(text);
        var client = company.signIn(account);
        var id = client.post(
                        "/api/requests",
                        Map.of("process", "trial-request", "answers", Map.of("topic", text, "amount", 3)))
                .ok()
                .path("id")
                .asString();
        client.post("/api/requests/" + id + "/comments", Map.of("text", text)).ok();
        var request = client.get("/api/requests/" + id).ok();
        assertThat(request.path("answers").path("topic").asString()).isEqualTo(text);
        assertThat(request.path("title").asString()).isEqualTo((text + " 3 元").strip());
        assertThat(request.path("timeline").toString())
                .contains(request.path("answers").path("topic").toString());
    }

    @Test
    void every_column_of_ours_compares_exactly() {
        if (TestDatabase.mariaDb()) {
            assertThat(jdbc.queryForList(
                            "select concat(table_name, '.', column_name) from information_schema.columns"
                                    + " where table_schema = database() and collation_name is not null"
                                    + " and table_name not like 'flyway%' and collation_name <> 'utf8mb4_bin'",
                            String.class))
                    .isEmpty();
            assertThat(jdbc.queryForObject("select @@session.time_zone", String.class))
                    .isEqualTo("+00:00");
        }
    }
}
