package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.Sketch.Branch;
import io.tongban.TestCompany;
import io.tongban.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was decided on is kept with the decision; changes meet, and protected ones ask again. */
@ProductTest
class ContentTest {

    private static final String LINES = """
            {"type": "textfield", "key": "topic", "label": "事项"},
            {"type": "number", "key": "amount", "label": "金额"},
            {"type": "dynamiclist", "path": "lines", "label": "明细", "components": [
              {"type": "textfield", "key": "item", "label": "品名"},
              {"type": "number", "key": "price", "label": "单价"}]}
            """;

    @Autowired
    Desk desk;

    @Autowired
    Drawing drawing;

    @Autowired
    Requests requests;

    @Autowired
    Works works;

    @Autowired
    TestCompany company;

    private Desk.Case both(String... properties) {
        return desk.ask(
                "chen.yu",
                drawing.deploy(Sketch.of("sketch-both")
                        .parallel(
                                "Gate_Both",
                                Branch.of("Task_Hr", "person:wang.hr").with(properties),
                                Branch.of("Task_Money", "person:li.cw").with(properties))));
    }

    private Map<String, Object> answers(Desk.Case asked) {
        return works.answers(requests.row(asked.id));
    }

    private static Tasks.Input seen(int version, String field, Object value) {
        return Tasks.Input.writing(Map.of(field, value), version);
    }

    @Test
    void two_approvers_write_different_fields_at_the_same_moment_and_both_survive() throws Exception {
        for (int round = 0; round < 5; round++) {
            var asked = both("write", "remark amount");
            var deeds = new ArrayList<Callable<Object>>();
            deeds.add(() -> asked.does("wang.hr", "approve", seen(1, "remark", "人事已核")));
            deeds.add(() -> asked.does("li.cw", "approve", seen(1, "amount", 99)));
            var people = Executors.newFixedThreadPool(2);
            try {
                for (var done : people.invokeAll(deeds)) {
                    done.get();
                }
            } finally {
                people.shutdown();
            }
            asked.is("approved");
            assertThat(answers(asked)).containsEntry("remark", "人事已核").containsEntry("amount", 99);
        }
    }

    @Test
    void whoever_comes_second_to_the_same_field_is_told_who_was_first_and_to_what() {
        var asked = both("write", "remark amount");
        asked.does("wang.hr", "approve", seen(1, "amount", 7));
        try {
            asked.does("li.cw", "approve", seen(1, "amount", 99));
        } catch (Problem told) {
            assertThat(told.status()).isEqualTo(409);
            assertThat(told.code()).isEqualTo("process:field-changed-to");
            assertThat(told.args()).containsExactly("金额", "王慧", "7");
            assertThat(answers(asked)).containsEntry("amount", 7);
            asked.does("li.cw", "approve", seen(2, "amount", 99)).is("approved");
            assertThat(answers(asked)).containsEntry("amount", 99);
            return;
        }
        throw new AssertionError("the second one overwrote the first");
    }

    @Test
    void the_browser_says_which_version_it_showed_and_gets_the_sentence() {
        var asked = both("write", "remark amount");
        asked.does("wang.hr", "approve", seen(1, "amount", 7));
        var li = company.signIn("li.cw");
        var task = li.get("/api/requests/" + asked.id).ok().at("/myTask").asString();
        var told = li.post("/api/tasks/" + task + "/approve", Map.of("seen", 1, "answers", Map.of("amount", 99)));
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.title()).isEqualTo("“金额”刚刚被王慧改为“7”。请查看最新内容，再决定是否修改。");
    }

    @Test
    void a_field_that_was_only_on_the_screen_overwrites_nothing() {
        var asked = both("write", "remark amount");
        asked.does("wang.hr", "approve", seen(1, "amount", 7))
                .does("li.cw", "approve", Tasks.Input.writing(Map.of("amount", 5, "remark", "财务已核"), 1))
                .is("approved");
        assertThat(answers(asked)).containsEntry("amount", 7).containsEntry("remark", "财务已核");
    }

    @Test
    void cells_of_one_table_meet_as_fields_do() {
        var process = drawing.deploy(
                Sketch.of("sketch-cells")
                        .parallel(
                                "Gate_Both",
                                Branch.of("Task_Hr", "person:wang.hr").with("write", "lines.item lines.price"),
                                Branch.of("Task_Money", "person:li.cw").with("write", "lines.item lines.price")),
                LINES);
        var asked = desk.ask(
                "chen.yu", process, "lines", List.of(Map.of("item", "甲", "price", 1), Map.of("item", "乙", "price", 2)));
        asked.does("wang.hr", "approve", seen(1, "lines", List.of(Map.of("price", 11), Map.of("price", 2))))
                .does("li.cw", "approve", seen(1, "lines", List.of(Map.of("price", 1), Map.of("price", 22))))
                .is("approved");
        assertThat(answers(asked))
                .containsEntry("lines", List.of(Map.of("item", "甲", "price", 11), Map.of("item", "乙", "price", 22)));
    }

    private static Sketch guarded(String key) {
        return Sketch.of(key).with("protected", "amount");
    }

    @Test
    void a_change_of_a_protected_field_asks_those_again_who_have_approved_something_else() {
        var asked = desk.ask(
                "chen.yu",
                drawing.deploy(guarded("sketch-guarded")
                        .task("Task_Leader", "leader")
                        .task("Task_Hr", "person:wang.hr", "hidden", "amount")
                        .task("Task_Money", "role:finance", "write", "amount remark")
                        .task("Task_Head", "person:sun.lei")));
        asked.approves("zhao.min", "wang.hr")
                .does("li.cw", "approve", Tasks.Input.writing(Map.of("amount", 9), 1))
                .waitsFor("zhao.min")
                .approves("zhao.min")
                // 王慧 does not see the amount, and finance has changed it: neither is asked again.
                .waitsFor("sun.lei")
                .approves("sun.lei")
                .is("approved");
        assertThat(asked.trail()).contains("asked-again");
    }

    @Test
    void a_change_of_anything_else_asks_nobody_again() {
        var asked = desk.ask(
                "chen.yu",
                drawing.deploy(guarded("sketch-guarded-not")
                        .task("Task_Leader", "leader")
                        .task("Task_Money", "person:li.cw", "write", "amount remark")));
        asked.approves("zhao.min")
                .does("li.cw", "approve", Tasks.Input.writing(Map.of("remark", "已核"), 1))
                .is("approved");
    }

    @Test
    void branches_that_have_come_together_begin_again_for_those_who_see_the_change() {
        var asked = desk.ask(
                "chen.yu",
                drawing.deploy(guarded("sketch-guarded-branches")
                        .task("Task_Leader", "leader", "hidden", "amount")
                        .parallel(
                                "Gate_Both",
                                Branch.of("Task_Hr", "person:wang.hr").with("hidden", "amount"),
                                Branch.of("Task_It", "person:wu.xs"))
                        .task("Task_Money", "person:li.cw", "write", "amount")));
        asked.approves("zhao.min", "wang.hr", "wu.xs")
                .does("li.cw", "approve", Tasks.Input.writing(Map.of("amount", 9), 1))
                .waitsFor("wu.xs")
                .approves("wu.xs")
                .is("approved");
    }

    @Test
    void coming_straight_back_with_another_amount_asks_those_on_the_way() {
        var asked = desk.ask(
                "chen.yu",
                drawing.deploy(guarded("sketch-guarded-straight")
                        .task("Task_Leader", "leader")
                        .task("Task_Hr", "person:wang.hr", "hidden", "amount")
                        .task("Task_Money", "person:li.cw")));
        asked.approves("zhao.min", "wang.hr")
                .returns("li.cw", "applicant", "straight")
                .submits("chen.yu", "topic", "表决事项", "amount", 12)
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .waitsFor("li.cw");
        var unchanged = desk.ask("chen.yu", "sketch-guarded-straight");
        unchanged
                .approves("zhao.min", "wang.hr")
                .returns("li.cw", "applicant", "straight")
                .submits("chen.yu", "topic", "改了标题")
                .waitsFor("li.cw");
    }

    private String form(Desk.Case asked, String who) {
        return company.signIn(who)
                .get("/api/requests/" + asked.id)
                .ok()
                .at("/form")
                .toString();
    }

    @Test
    void an_old_request_is_drawn_with_its_old_form_whatever_became_of_it() {
        var sketch = "sketch-versions";
        drawing.deploy(Sketch.of(sketch).task("Task_Leader", "leader"), LINES);
        var old = desk.ask("chen.yu", sketch, "lines", List.of(Map.of("item", "甲", "price", 1)));
        var before = form(old, "zhao.min");

        var renamed = LINES.replace("金额", "预算金额").replace("\"price\"", "\"cost\"")
                + ", {\"type\": \"number\", \"key\": \"salary\", \"label\": \"薪资\"}";
        drawing.deploy(Sketch.of(sketch).task("Task_Leader", "leader", "hidden", "salary amount"), renamed);
        var young = desk.ask("chen.yu", sketch, "salary", 77123);

        assertThat(form(old, "zhao.min")).isEqualTo(before).contains("金额", "price");
        assertThat(company.signIn("zhao.min")
                        .get("/api/requests/" + old.id)
                        .ok()
                        .at("/answers")
                        .toString())
                .as("what the new version hides was not hidden when this was asked")
                .contains("\"amount\":5", "\"price\":1");
        assertThat(form(young, "zhao.min")).doesNotContain("薪资", "预算金额").contains("cost");
        old.approves("zhao.min").is("approved");
        young.approves("zhao.min").is("approved");
    }
}
