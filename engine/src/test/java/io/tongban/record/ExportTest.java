package io.tongban.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.file.SheetTest;
import io.tongban.kernel.Ids;
import io.tongban.process.Desk;
import io.tongban.process.RequestTables.Filter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Administrators take requests out as tables, and it is kept who took what. */
@ProductTest
class ExportTest {

    @Autowired
    Desk desk;

    @Autowired
    TestCompany company;

    @Autowired
    Exports exports;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void the_table_has_what_the_list_has_and_the_answers_of_one_process() {
        var word = "导出" + Ids.next();
        desk.ask("chen.yu", "trial-request", "topic", word, "amount", 5000);
        desk.ask("wu.xs", "trial-request", "topic", "=cmd() " + word, "amount", 5);
        desk.ask("chen.yu", "trial-request", "topic", "别的", "amount", 5);
        var gao = company.signIn("gao.admin");
        var wish = Map.of("process", "trial-request", "q", word, "kind", "csv");
        var asked = gao.post("/api/admin/record/exports", wish);
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.body().at("/total").asInt()).isEqualTo(2);
        var path = "/api/admin/record/exports/" + asked.body().at("/id").asString();

        var table = gao.get(path + "/file");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        var lines = new String(table.raw().body(), StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("\uFEFF编号,流程,标题").contains("事项").contains("金额");
        assertThat(lines[1]).contains("吴小山", "何静").contains("'=cmd()").doesNotContain(",=cmd");
        assertThat(lines[2]).contains("陈宇", "赵敏", "5000");

        assertThat(gao.get(path).ok().at("/done").asInt()).isEqualTo(2);
        assertThat(gao.get(path).ok().at("/over").asBoolean()).isTrue();
        assertThat(gao.get(path + "/file").problem()).isEqualTo("record:export-taken");
        assertThat(gao.get("/api/admin/record/exports")
                        .ok()
                        .at("/items/0/person")
                        .asString())
                .isEqualTo("高远");

        var chen = company.signIn("chen.yu");
        assertThat(chen.post("/api/admin/record/exports", wish).status()).isEqualTo(403);
        assertThat(chen.get(path).status()).isEqualTo(404);
    }

    @Test
    void the_same_as_a_workbook(@TempDir Path folder) throws Exception {
        var word = "簿" + Ids.next();
        desk.ask("chen.yu", "trial-request", "topic", word, "amount", 5);
        var gao = company.signIn("gao.admin").language("en");
        var asked = gao.post("/api/admin/record/exports", Map.of("q", word, "kind", "xlsx"))
                .ok();
        var table = gao.get("/api/admin/record/exports/" + asked.at("/id").asString() + "/file");
        var file = folder.resolve("requests.xlsx");
        Files.write(file, table.raw().body());
        assertThat(SheetTest.sheetOf(file)).contains(word, "Handed in", "陈宇");
    }

    @Test
    void many_rows_are_written_while_they_are_read() throws Exception {
        var first = desk.ask("chen.yu", "trial-request", "topic", "很多", "amount", 5).id;
        var word = "很多" + Ids.next();
        var copies = new ArrayList<Object[]>();
        for (int i = 0; i < 3_000; i++) {
            copies.add(new Object[] {Ids.next(), "ZZ-" + Ids.next().substring(9, 30), word, first});
        }
        jdbc.batchUpdate(
                "insert into process_request (id, number, process_key, definition_id, version, instance_id, title,"
                        + " title_en, applicant_id, status, revision, answers, created_at, updated_at)"
                        + " select ?, ?, process_key, definition_id, version, instance_id, ?, title_en, applicant_id,"
                        + " status, revision, answers, created_at, updated_at from process_request where id = ?",
                copies);
        try {
            var gao = company.actor("gao.admin");
            var export = exports.ask(gao, new Filter(null, null, word, null), "csv");
            assertThat(export.total()).isEqualTo(3_000);
            var seen = new ArrayList<Long>();
            var written = new long[1];
            exports.write(gao, export, new OutputStream() {
                @Override
                public void write(int b) {
                    written[0]++;
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    written[0] += length;
                }

                @Override
                public void flush() {
                    seen.add(exports.own(gao, export.id()).done());
                }
            });
            assertThat(seen).as("how far it was at each page").contains(0L, 500L, 1000L, 2500L);
            assertThat(exports.own(gao, export.id()).done()).isEqualTo(3_000);
            assertThat(written[0]).isGreaterThan(3_000 * 60);
        } finally {
            jdbc.update("delete from process_request where title = ?", word);
        }
    }
}
