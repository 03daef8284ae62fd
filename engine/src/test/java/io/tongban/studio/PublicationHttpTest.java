package io.tongban.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A process that somebody drew in the browser becomes one that everybody can use. */
@ProductTest
class PublicationHttpTest {

    private static final Path HOSTILE = Path.of("src/test/resources/models/hostile");

    @Autowired
    TestCompany company;

    private TestClient gao() {
        return company.signIn("gao.admin");
    }

    private static JsonNode ask(TestClient who, String key, int amount) {
        return who.post("/api/requests", Map.of("process", key, "answers", Map.of("topic", "客户礼品", "amount", amount)))
                .ok();
    }

    private static String approve(TestClient who, TestClient applicant, String request) {
        var open = applicant
                .get("/api/requests/" + request)
                .ok()
                .at("/openTasks/0/id")
                .asString();
        var task = who.get("/api/tasks/" + open).ok();
        return who.post(
                        "/api/tasks/" + open + "/approve",
                        Map.of("comment", "同意", "revision", task.get("revision").asInt()))
                .ok()
                .at("/request/status")
                .asString();
    }

    private static JsonNode findings(TestClient who, String id) {
        return who.post("/api/studio/models/" + id + "/validate", null).ok().get("findings");
    }

    private static List<String> of(JsonNode findings, String severity) {
        return findings.valueStream()
                .filter(one -> one.get("severity").asString().equals(severity))
                .map(one ->
                        one.get("rule").asString() + " " + one.get("element").asString("-") + " "
                                + one.get("message").asString())
                .toList();
    }

    @Test
    void a_procedure_drawn_from_nothing_is_started_by_an_employee_and_approved_by_managers() {
        var key = Drawn.key("gift");
        var gao = gao();
        var id = Drawn.draw(gao, key);
        assertThat(of(findings(gao, id), "error")).isEmpty();
        assertThat(of(findings(gao, id), "warning")).isEmpty();
        var published = Drawn.publish(gao, id, "第一版", null).ok();
        assertThat(published.get("process").asString()).isEqualTo(key);
        assertThat(published.get("version").asInt()).isEqualTo(1);

        var chen = company.signIn("chen.yu");
        assertThat(chen.get("/api/processes").ok().get("items")).anySatisfy(one -> {
            assertThat(one.get("key").asString()).isEqualTo(key);
            assertThat(one.get("name").asString()).isEqualTo("礼品申请");
        });
        assertThat(chen.get("/api/processes/" + key + "/form").ok().toString()).contains("事由");
        var small = ask(chen, key, 300).get("id").asString();
        assertThat(approve(company.signIn("zhao.min"), chen, small)).isEqualTo("approved");
        var large = ask(chen, key, 3000).get("id").asString();
        assertThat(approve(company.signIn("zhao.min"), chen, large)).isEqualTo("running");
        assertThat(approve(company.signIn("sun.lei"), chen, large)).isEqualTo("approved");
    }

    @Test
    void a_table_that_was_drawn_with_it_decides_and_its_gap_is_found() {
        var key = Drawn.key("gift");
        var gao = gao();
        Drawn.create(gao, "礼品表单", "form", Drawn.form(key));
        var table = Drawn.create(gao, "谁批礼品", "dmn", Drawn.TABLE.replace("KEY", key));
        var id = Drawn.create(gao, "礼品申请", "bpmn", Drawn.decided(key));
        assertThat(of(findings(gao, id), "error")).isEmpty();
        assertThat(of(findings(gao, id), "warning"))
                .singleElement()
                .satisfies(gap ->
                        assertThat(gap).startsWith("table-gap Table_Gift").contains("金额 = 1000"));
        assertThat(of(findings(gao, table), "warning")).hasSize(1);
        Drawn.save(gao, table, Drawn.TABLE.replace("KEY", key).replace("&gt; 1000", "&gt;= 900"));
        assertThat(of(findings(gao, id), "error"))
                .singleElement()
                .satisfies(twice -> assertThat(twice).startsWith("table-overlap Rule_2"));
        Drawn.save(gao, table, Drawn.TABLE.replace("KEY", key).replace("&gt; 1000", "&gt;= 1000"));
        Drawn.publish(gao, id, "", null).ok();

        var chen = company.signIn("chen.yu");
        var small = ask(chen, key, 999).get("id").asString();
        assertThat(approve(company.signIn("zhao.min"), chen, small)).isEqualTo("approved");
        var large = ask(chen, key, 1000).get("id").asString();
        assertThat(approve(company.signIn("sun.lei"), chen, large)).isEqualTo("approved");
    }

    @Test
    void requests_that_run_stay_on_their_version_and_old_versions_can_be_restored() {
        var key = Drawn.key("gift");
        var gao = gao();
        var chen = company.signIn("chen.yu");
        var id = Drawn.draw(gao, key);
        Drawn.publish(gao, id, "第一版", null).ok();
        var before = ask(chen, key, 3000).get("id").asString();
        Drawn.save(gao, id, Drawn.model(key).replace("&gt; 1000", "&gt; 9000"));
        assertThat(gao.get("/api/studio/models/" + id).ok().get("changedSince").asBoolean())
                .isTrue();
        assertThat(Drawn.publish(gao, id, "上限提高", null).ok().get("version").asInt())
                .isEqualTo(2);
        var after = ask(chen, key, 3000).get("id").asString();
        assertThat(approve(company.signIn("zhao.min"), chen, before)).isEqualTo("running");
        assertThat(approve(company.signIn("zhao.min"), chen, after)).isEqualTo("approved");

        var versions = gao.get("/api/studio/models/" + id + "/versions").ok().get("items");
        assertThat(versions.valueStream()
                        .map(one -> one.get("version").asInt() + " "
                                + one.get("note").asString() + " "
                                + one.get("current").asBoolean()))
                .containsExactly("2 上限提高 true", "1 第一版 false");
        assertThat(versions.at("/0/by/name").asString()).isEqualTo("高远");
        assertThat(gao.get("/api/studio/models/" + id + "/versions/1/source").text())
                .isEqualTo(Drawn.model(key));
        assertThat(gao.get("/api/studio/models/" + id + "/versions/7/source").status())
                .isEqualTo(404);
        assertThat(gao.post("/api/studio/models/" + id + "/restore", Map.of("version", 1, "revision", 1))
                        .status())
                .isEqualTo(409);
        gao.post("/api/studio/models/" + id + "/restore", Map.of("version", 1, "revision", 2))
                .ok();
        assertThat(gao.get("/api/studio/models/" + id + "/source").text()).isEqualTo(Drawn.model(key));
        assertThat(Drawn.publish(gao, id, "恢复", null).ok().get("version").asInt())
                .isEqualTo(3);
        assertThat(gao.get("/api/studio/models/" + id).ok().get("published").asInt())
                .isEqualTo(3);
    }

    @Test
    void errors_forbid_to_publish_and_name_element_and_line() {
        var key = Drawn.key("gift");
        var gao = gao();
        var id = Drawn.create(gao, "没有表单", "bpmn", Drawn.model(key));
        var answer = Drawn.publish(gao, id, "", null);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("studio:not-publishable");
        assertThat(of(answer.body().get("findings"), "error")).containsExactly("wiring Task_Apply 找不到表单 " + key);
        assertThat(answer.body().at("/findings/0/line").asInt()).isPositive();
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("Task_Apply");

        Drawn.create(gao, "表单", "form", Drawn.form(key).replace("\"amount\"", "\"total\""));
        Drawn.save(
                gao,
                id,
                Drawn.model(key)
                        .replace("value=\"role:hr\"", "value=\"boss\"")
                        .replaceFirst("name=\"nobody\" value=\"boss\"", "name=\"write\" value=\"amount\""));
        assertThat(of(findings(gao, id), "error"))
                .anySatisfy(one ->
                        assertThat(one).startsWith("form-field Task_Leader").contains("amount"))
                .anySatisfy(
                        one -> assertThat(one).startsWith("wiring Task_Head").contains("boss"));
        assertThat(company.signIn("chen.yu")
                        .get("/api/processes/" + key + "/form")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void what_the_engine_does_not_understand_is_an_error_too() {
        var key = Drawn.key("gift");
        var gao = gao();
        var id = Drawn.draw(gao, key);
        Drawn.save(gao, id, Drawn.model(key).replace("targetRef=\"Task_Head\"", "targetRef=\"Task_Nowhere\""));
        assertThat(of(findings(gao, id), "error")).isNotEmpty();
        assertThat(Drawn.publish(gao, id, "", null).status()).isEqualTo(422);
    }

    @Test
    void a_step_that_would_find_nobody_needs_a_reason() {
        var key = Drawn.key("gift");
        var gao = gao();
        var id = Drawn.draw(gao, key);
        Drawn.save(
                gao,
                id,
                Drawn.model(key)
                        .replace("value=\"leader\"", "value=\"position:火星主管\"")
                        .replaceFirst("<camunda:property name=\"nobody\" value=\"role:hr\" />", ""));
        assertThat(of(findings(gao, id), "warning"))
                .singleElement()
                .satisfies(one ->
                        assertThat(one).startsWith("approver Task_Leader").contains("个部门", "流程管理员"));
        var refused = Drawn.publish(gao, id, "", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("studio:reason-needed");
        Drawn.publish(gao, id, "", "岗位下周设立").ok();
        assertThat(gao.get("/api/studio/models/" + id + "/versions")
                        .ok()
                        .at("/items/0/reason")
                        .asString())
                .isEqualTo("岗位下周设立");
    }

    @Test
    void the_report_is_in_the_language_of_its_reader() {
        var gao = gao();
        var id = Drawn.create(gao, "没有表单", "bpmn", Drawn.model(Drawn.key("gift")));
        assertThat(of(findings(gao.language("en"), id), "error"))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("there is no form"));
    }

    @Test
    void forms_and_decisions_are_published_with_their_process() {
        var key = Drawn.key("gift");
        var gao = gao();
        var model = Drawn.draw(gao, key);
        var form = gao.get("/api/studio/models?kind=form&q=" + key)
                .ok()
                .at("/items/0/id")
                .asString();
        assertThat(Drawn.publish(gao, form, "", null).problem()).isEqualTo("studio:part-of-none");
        Drawn.publish(gao, model, "", null).ok();
        var refused = Drawn.publish(gao, form, "", null);
        assertThat(refused.problem()).isEqualTo("studio:part-of-process");
        assertThat(refused.title()).contains("礼品申请");
        assertThat(gao.get("/api/studio/models/" + form).ok().get("published").asInt())
                .isEqualTo(1);
    }

    static List<Path> hostile() throws IOException {
        try (var files = Files.list(HOSTILE)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_hostile_model_is_never_deployed(Path file) throws IOException {
        var gao = gao();
        var name = file.getFileName().toString();
        var kind = name.substring(name.lastIndexOf('.') + 1);
        var made = gao.post("/api/studio/models", Map.of("name", name, "kind", kind, "source", Files.readString(file)));
        if (made.status() == 422) {
            assertThat(made.title()).contains("行");
            return;
        }
        var id = made.ok().get("id").asString();
        var errors = of(findings(gao, id), "error");
        assertThat(errors).isNotEmpty().allSatisfy(one -> assertThat(one).containsPattern("\\p{IsHan}"));
        var refused = Drawn.publish(gao, id, "x", "y");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(gao.get("/api/studio/processes").ok().get("items"))
                .noneSatisfy(one -> assertThat(one.get("key").asString()).isEqualTo(name.replace("." + kind, "")));
        gao.delete("/api/studio/models/" + id);
    }

    @Test
    void fifty_nodes_are_proved_within_three_seconds() {
        var key = Drawn.key("long");
        var gao = gao();
        Drawn.create(gao, "长表单", "form", Drawn.form(key));
        var id = Drawn.create(gao, "长流程", "bpmn", many(key, 48));
        findings(gao, id);
        var begin = System.nanoTime();
        assertThat(of(findings(gao, id), "error")).isEmpty();
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(3_000);
    }

    /** The drawn one with so many approvals after another in place of one. */
    private static String many(String key, int steps) {
        var tasks = IntStream.range(0, steps)
                .mapToObj(i -> """
                        <bpmn:userTask id="Task_%1$d" name="审批 %1$d"><bpmn:extensionElements><camunda:properties>
                        <camunda:property name="approver" value="leader:%2$d" /><camunda:property name="nobody" value="role:hr" />
                        </camunda:properties></bpmn:extensionElements></bpmn:userTask>
                        <bpmn:sequenceFlow id="More_%1$d" sourceRef="%3$s" targetRef="Task_%1$d" />
                        """.formatted(i, i % 9 + 1, i == 0 ? "Task_Head" : "Task_" + (i - 1)))
                .collect(Collectors.joining());
        return Drawn.model(key)
                .replace("sourceRef=\"Task_Head\"", "sourceRef=\"Task_" + (steps - 1) + "\"")
                .replace("</bpmn:process>", tasks + "</bpmn:process>")
                .replaceAll("<bpmn:(incoming|outgoing)>[^<]*</bpmn:\\1>", "");
    }

    private static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
        var results = new ArrayList<T>();
        try (var pool = new Pool(deeds.size())) {
            for (var future : pool.all(deeds)) {
                results.add(future.get());
            }
        }
        return results;
    }

    private record Pool(java.util.concurrent.ExecutorService threads) implements AutoCloseable {

        Pool(int size) {
            this(Executors.newFixedThreadPool(size));
        }

        <T> List<java.util.concurrent.Future<T>> all(List<Callable<T>> deeds) throws InterruptedException {
            return threads.invokeAll(deeds);
        }

        @Override
        public void close() {
            threads.shutdown();
        }
    }

    @Test
    void two_who_publish_at_once_make_two_versions() throws Exception {
        var key = Drawn.key("gift");
        var gao = gao();
        var id = Drawn.draw(gao, key);
        var other = Drawn.create(gao, "同一流程的另一份", "bpmn", Drawn.model(key));
        var versions = atOnce(List.<Callable<Integer>>of(
                () -> Drawn.publish(gao(), id, "甲", null).ok().get("version").asInt(),
                () -> Drawn.publish(gao(), other, "乙", null).ok().get("version").asInt(),
                () -> Drawn.publish(gao(), id, "丙", null).ok().get("version").asInt()));
        assertThat(versions).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(gao.get("/api/studio/models/" + id + "/versions").ok().get("items"))
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.get("note").asString()).isNotEmpty());
    }

    @Test
    void what_is_published_is_what_was_saved_before_or_after_and_nothing_between() throws Exception {
        var key = Drawn.key("gift");
        var gao = gao();
        var id = Drawn.draw(gao, key);
        var changed = Drawn.model(key).replace("&gt; 1000", "&gt; 2000");
        var statuses = atOnce(List.<Callable<Integer>>of(
                () -> Drawn.publish(gao(), id, "", null).status(),
                () -> gao().put("/api/studio/models/" + id + "/source", Map.of("source", changed, "revision", 1))
                        .status()));
        assertThat(statuses).containsExactly(200, 200);
        assertThat(gao.get("/api/studio/models/" + id + "/versions/1/source").text())
                .isIn(Drawn.model(key), changed);
        assertThat(gao.get("/api/studio/models/" + id + "/source").text()).isEqualTo(changed);
    }

    @Test
    void a_model_that_is_deleted_meanwhile_is_published_or_not_found_and_what_is_published_stays() throws Exception {
        var key = Drawn.key("gift");
        var gao = gao();
        var id = Drawn.draw(gao, key);
        var statuses = atOnce(List.<Callable<Integer>>of(
                () -> Drawn.publish(gao(), id, "", null).status(),
                () -> gao().delete("/api/studio/models/" + id).status()));
        assertThat(statuses.get(0)).isIn(200, 404);
        assertThat(statuses.get(1)).isEqualTo(204);
        var runs =
                company.signIn("chen.yu").get("/api/processes/" + key + "/form").status();
        assertThat(runs).isEqualTo(statuses.get(0));
        assertThat(gao.get("/api/studio/models/" + id).status()).isEqualTo(404);
    }
}
