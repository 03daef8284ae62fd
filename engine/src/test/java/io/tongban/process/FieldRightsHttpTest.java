package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a step may not see is not sent, what it may not write is refused in words; also inside tables. */
@ProductTest
class FieldRightsHttpTest {

    private static final String FORM = """
            {"type": "textfield", "key": "topic", "label": "事项", "validate": {"required": true}},
            {"type": "number", "key": "amount", "label": "金额"},
            {"type": "number", "key": "salary", "label": "薪资"},
            {"type": "textarea", "key": "remark", "label": "意见"},
            {"type": "textfield", "key": "card", "label": "身份证号",
              "properties": {"component": "id-number", "mask": "true"}},
            {"type": "dynamiclist", "path": "lines", "label": "明细", "components": [
              {"type": "textfield", "key": "item", "label": "品名", "validate": {"required": true}},
              {"type": "number", "key": "price", "label": "单价"},
              {"type": "number", "key": "cost", "label": "成本"}]}
            """;

    @Autowired
    TestCompany company;

    @Autowired
    Drawing drawing;

    @Autowired
    Desk desk;

    @Autowired
    RequestMapper requests;

    Desk.Case asked;
    TestClient zhao = new TestClient(0);
    TestClient li = new TestClient(0);
    TestClient chen = new TestClient(0);

    @BeforeEach
    void aRequest() {
        chen = company.signIn("chen.yu");
        zhao = company.signIn("zhao.min");
        li = company.signIn("li.cw");
        var process = drawing.deploy(
                Sketch.of("sketch-seen")
                        .task("Task_Leader", "leader", "hidden", "salary lines.cost", "write", "remark lines")
                        .task("Task_Finance", "person:li.cw", "write", "amount", "unmasked", "card"),
                FORM);
        asked = desk.ask(
                "chen.yu",
                process,
                "salary",
                77123,
                "card",
                "11010519491231002X",
                "lines",
                List.of(
                        Map.of("item", "椅子", "price", 300, "cost", 88456),
                        Map.of("item", "桌子", "price", 900, "cost", 88457)));
    }

    private String task(TestClient who) {
        return who.get("/api/requests/" + asked.id).ok().at("/myTask").asString();
    }

    private TestClient.Answer approve(TestClient who, Object... answers) {
        var given = new HashMap<String, Object>();
        for (int i = 0; i < answers.length; i += 2) {
            given.put((String) answers[i], answers[i + 1]);
        }
        return who.post("/api/tasks/" + task(who) + "/approve", Map.of("comment", "好", "answers", given));
    }

    @Test
    void a_table_for_administrators_shows_of_a_masked_answer_what_the_page_shows() {
        var gao = company.signIn("gao.admin");
        var key = Objects.requireNonNull(requests.find(asked.id)).processKey();
        var export = gao.post("/api/admin/record/exports", Map.of("process", key, "kind", "csv"))
                .ok()
                .at("/id")
                .asString();
        assertThat(gao.get("/api/admin/record/exports/" + export + "/file").text())
                .contains("身份证号", "77123")
                .doesNotContain("19491231002X");
    }

    @Test
    void what_a_step_may_not_see_is_not_sent_to_whoever_holds_it() {
        for (var page : List.of("/api/requests/" + asked.id, "/api/tasks/" + task(zhao))) {
            var text = zhao.get(page).ok().toString();
            assertThat(text).contains("椅子", "300").doesNotContain("77123", "薪资", "88456", "成本", "11010519491231002X");
        }
        assertThat(zhao.get("/api/tasks/" + task(zhao)).ok().at("/form/rights").toString())
                .contains("\"salary\":\"hidden\"", "\"lines.cost\":\"hidden\"", "\"lines.price\":\"write\"")
                .contains("\"lines\":\"read\"", "\"remark\":\"write\"", "\"topic\":\"read\"");
    }

    @Test
    void a_client_that_sends_a_hidden_field_is_refused_and_nothing_changes() {
        for (var value : List.of(1, 77123)) {
            var answer = approve(zhao, "remark", "改了", "salary", value);
            assertThat(answer.status())
                    .as("also for the value that stands: nobody finds out by trying")
                    .isEqualTo(422);
            assertThat(answer.body().at("/errors/0/message").asString()).contains("这一步看不到");
        }
        var cells = approve(
                zhao, "lines", List.of(Map.of("item", "椅子", "cost", 88456), Map.of("item", "桌子", "price", 900)));
        assertThat(cells.status()).isEqualTo(422);
        var after = chen.get("/api/requests/" + asked.id).ok();
        assertThat(after.at("/answers/salary").asInt()).isEqualTo(77123);
        assertThat(after.at("/answers").has("remark")).isFalse();
        assertThat(after.at("/contentVersion").asInt()).isEqualTo(1);
        asked.waitsFor("zhao.min");
    }

    @Test
    void what_it_sees_of_a_row_is_written_and_the_rest_of_the_row_stays() {
        approve(zhao, "lines", List.of(Map.of("item", "椅子", "price", 250), Map.of("item", "桌子", "price", 900)))
                .ok();
        var lines = chen.get("/api/requests/" + asked.id).ok().at("/answers/lines");
        assertThat(lines.at("/0/price").asInt()).isEqualTo(250);
        assertThat(lines.at("/0/cost").asInt()).isEqualTo(88456);
    }

    @Test
    void a_row_that_is_not_seen_as_a_whole_neither_comes_nor_goes() {
        assertThat(approve(zhao, "lines", List.of(Map.of("item", "桌子", "price", 900)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoever_gets_a_copy_sees_no_more_than_who_sent_it() {
        zhao.post("/api/requests/" + asked.id + "/copies", Map.of("people", List.of(company.id("wu.xs"))))
                .ok();
        assertThat(company.signIn("wu.xs").get("/api/requests/" + asked.id).ok().toString())
                .contains("椅子")
                .doesNotContain("77123", "88456", "薪资");
    }

    @Test
    void a_number_with_a_mask_is_seen_as_a_whole_by_the_applicant_and_where_the_model_says_so() {
        var page = "/api/requests/" + asked.id;
        assertThat(zhao.get(page).ok().at("/answers/card").asString()).isEqualTo("110***********002X");
        assertThat(chen.get(page).ok().at("/answers/card").asString()).isEqualTo("11010519491231002X");
        approve(zhao).ok();
        assertThat(li.get(page).ok().at("/answers/card").asString()).isEqualTo("11010519491231002X");
    }

    @Test
    void the_change_log_says_who_changed_what_from_what_to_what_at_which_step_to_whoever_sees_the_field() {
        approve(
                        zhao,
                        "remark",
                        "同意采购",
                        "lines",
                        List.of(Map.of("item", "椅子", "price", 250), Map.of("item", "桌子", "price", 900)))
                .ok();
        approve(li, "amount", 9).ok();
        var trail = chen.get("/api/requests/" + asked.id).ok().at("/timeline");
        var leader = trail.get(1);
        assertThat(leader.at("/person/name").asString()).isEqualTo("赵敏");
        assertThat(leader.at("/step").asString()).isEqualTo("步骤Leader");
        assertThat(leader.at("/changes").toString())
                .contains("\"label\":\"意见\",\"before\":\"\",\"after\":\"同意采购\"")
                .contains("\"label\":\"明细 1 · 单价\",\"before\":\"300\",\"after\":\"250\"");
        assertThat(trail.get(2).at("/changes/0").toString()).contains("\"before\":\"5\",\"after\":\"9\"");
        assertThat(trail.get(0).at("/contentVersion").asInt()).isEqualTo(1);
        assertThat(trail.get(2).at("/contentVersion").asInt())
                .as("decided on version 3")
                .isEqualTo(3);
    }

    @Test
    void a_change_of_a_hidden_field_is_in_nobodys_log_who_does_not_see_it() {
        var process = drawing.deploy(
                Sketch.of("sketch-log")
                        .task("Task_Leader", "leader", "hidden", "salary")
                        .task("Task_Finance", "person:li.cw", "write", "salary lines.cost"),
                FORM);
        asked = desk.ask(
                "chen.yu", process, "salary", 77123, "lines", List.of(Map.of("item", "椅子", "price", 300, "cost", 1)));
        approve(zhao).ok();
        approve(li, "salary", 66321).ok();
        assertThat(zhao.get("/api/requests/" + asked.id).ok().toString()).doesNotContain("66321", "77123");
        assertThat(chen.get("/api/requests/" + asked.id).ok().toString()).contains("66321", "77123");
    }

    @Test
    void the_applicant_neither_sees_nor_sends_what_the_first_step_hides() {
        var process = drawing.deploy(
                Sketch.of("sketch-first")
                        .first("hidden", "salary")
                        .task("Task_Finance", "person:li.cw", "write", "salary"),
                FORM);
        var refused =
                chen.post("/api/requests", Map.of("process", process, "answers", Map.of("topic", "调薪", "salary", 1)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(chen.get("/api/processes/" + process + "/form")
                        .ok()
                        .at("/schema")
                        .toString())
                .doesNotContain("salary");
        asked = desk.ask("chen.yu", process);
        approve(li, "salary", 66321).ok();
        assertThat(chen.get("/api/requests/" + asked.id).ok().toString()).doesNotContain("66321");
        assertThat(li.get("/api/requests/" + asked.id).ok().toString()).contains("66321");
    }
}
