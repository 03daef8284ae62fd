package io.tongban.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What designers keep in the studio. */
@ProductTest
class DesignsHttpTest {

    private static final String ODD = "<?xml version=\"1.0\"?>\r\n<!-- 手绘 \t😀𠮷 -->\r\n"
            + "<b:definitions xmlns:b='http://www.omg.org/spec/BPMN/20100524/MODEL'  targetNamespace = \"x\">\n\n"
            + "<b:process id=\"Process_1abc\"><b:scriptTask id='s'><b:script>return 1</b:script></b:scriptTask>"
            + "<b:callActivity id=\"c\"/></b:process>\n</b:definitions>   \n";

    @Autowired
    TestCompany company;

    @Autowired
    Roles roles;

    private TestClient designer(String name) {
        var account = company.employ(name, "zhao.min");
        roles.grant(company.id(account), "designer");
        return company.signIn(account);
    }

    private static byte[] source(TestClient reader, String id) {
        var answer = reader.get("/api/studio/models/" + id + "/source");
        assertThat(answer.status()).isEqualTo(200);
        return answer.raw().body();
    }

    @Test
    void a_model_that_can_not_run_here_is_kept_byte_for_byte() {
        var lin = designer("林立成");
        var made = lin.post("/api/studio/models", Map.of("name", "别处画的流程", "kind", "bpmn", "source", ODD));
        assertThat(made.status()).isEqualTo(201);
        var id = made.body().get("id").asString();
        assertThat(made.header("Location")).isEqualTo("/api/studio/models/" + id);
        assertThat(source(lin, id)).isEqualTo(ODD.getBytes(StandardCharsets.UTF_8));

        var item = lin.get("/api/studio/models/" + id).ok();
        assertThat(item.get("key").asString()).isEqualTo("Process_1abc");
        assertThat(item.get("published").isNull()).isTrue();
        assertThat(item.at("/changedBy/name").asString()).isEqualTo("林立成");
        assertThat(lin.get("/api/studio/models?kind=bpmn&q=别处画").ok().at("/items"))
                .anySatisfy(one -> assertThat(one.get("id").asString()).isEqualTo(id));
        var report = lin.post("/api/studio/models/" + id + "/validate", null).ok();
        assertThat(report.get("publishable").asBoolean()).isFalse();
        assertThat(report.get("findings")).anySatisfy(finding -> {
            assertThat(finding.get("rule").asString()).isEqualTo("policy");
            assertThat(finding.get("element").asString()).isEqualTo("s");
            assertThat(finding.get("message").asString()).contains("scriptTask");
        });
    }

    @Test
    void what_is_no_file_of_its_kind_is_refused_with_the_place() {
        var lin = designer("林立成");
        refused(lin, "bpmn", "<a>\n<b></a>", "第 2 行");
        refused(lin, "bpmn", "<a/>", "BPMN");
        refused(lin, "dmn", ODD, "DMN");
        refused(lin, "form", "{\n \"id\": \n}", "第 3 行");
        refused(lin, "form", "[]", "components");
        refused(lin, "bpmn", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<x>&e;</x>", "第 1 行");
        refused(lin, "bpmn", ODD.replace("<!--", "<!--" + "x".repeat(5 << 20)), "5 MB");
        refused(lin, "bpmn", ODD.replace("</b:process>", "<b:task/>".repeat(5_001) + "</b:process>"), "5000");
        refused(
                lin,
                "bpmn",
                ODD.replace("</b:process>", "<b:a>".repeat(41) + "</b:a>".repeat(41) + "</b:process>"),
                "40");
        assertThat(lin.post("/api/studio/models", Map.of("name", " ", "kind", "bpmn", "source", ODD))
                        .status())
                .isEqualTo(422);
        assertThat(lin.post("/api/studio/models", Map.of("name", "x", "kind", "script", "source", ODD))
                        .status())
                .isEqualTo(422);
    }

    private static void refused(TestClient designer, String kind, String source, String words) {
        var answer = designer.post("/api/studio/models", Map.of("name", "坏文件", "kind", kind, "source", source));
        assertThat(answer.status()).as(words).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("studio:unreadable");
        assertThat(answer.title()).contains(words);
    }

    @Test
    void two_who_change_the_same_model_do_not_overwrite_each_other() {
        var lin = designer("林立成");
        var xu = designer("许岚");
        var id = Drawn.create(lin, "两人同改", "bpmn", ODD);
        assertThat(lin.post("/api/studio/models/" + id + "/open", null).ok().get("editors"))
                .isEmpty();
        assertThat(names(
                        xu.post("/api/studio/models/" + id + "/open", null).ok().get("editors")))
                .containsExactly("林立成");
        assertThat(names(lin.get("/api/studio/models/" + id).ok().get("editors")))
                .containsExactly("许岚");

        var first = lin.put("/api/studio/models/" + id + "/source", Map.of("source", ODD + "\n", "revision", 1));
        assertThat(first.ok().get("revision").asInt()).isEqualTo(2);
        var second = xu.put("/api/studio/models/" + id + "/source", Map.of("source", ODD + "  ", "revision", 1));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("studio:changed");
        assertThat(second.title()).contains("林立成");
        assertThat(source(xu, id)).isEqualTo((ODD + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(xu.put("/api/studio/models/" + id + "/source", Map.of("source", ODD + "  ", "revision", 2))
                        .ok()
                        .get("revision")
                        .asInt())
                .isEqualTo(3);
        assertThat(xu.get("/api/studio/models").ok().at("/items/0/id").asString())
                .isEqualTo(id);
    }

    private static List<String> names(JsonNode people) {
        return people.valueStream().map(one -> one.get("name").asString()).toList();
    }

    @Test
    void a_model_is_renamed_listed_by_pages_and_deleted() {
        var lin = designer("林立成");
        var mark = Drawn.key("页");
        var ids = List.of(
                Drawn.create(lin, mark + "一", "bpmn", ODD),
                Drawn.create(lin, mark + "二", "bpmn", ODD),
                Drawn.create(lin, mark + "三", "bpmn", ODD));
        assertThat(lin.put("/api/studio/models/" + ids.get(0) + "/name", Map.of("name", mark + "四"))
                        .ok()
                        .get("name")
                        .asString())
                .isEqualTo(mark + "四");
        var page = lin.get("/api/studio/models?limit=2&q=" + mark).ok();
        var rest = lin.get("/api/studio/models?limit=2&q=" + mark + "&cursor="
                        + page.get("next").asString())
                .ok();
        assertThat(names(page.get("items"))).containsExactly(mark + "三", mark + "二");
        assertThat(names(rest.get("items"))).containsExactly(mark + "四");
        assertThat(rest.get("next").isNull()).isTrue();
        assertThat(lin.get("/api/studio/models?cursor=nonsense").status()).isEqualTo(400);

        assertThat(lin.delete("/api/studio/models/" + ids.get(1)).status()).isEqualTo(204);
        assertThat(lin.get("/api/studio/models/" + ids.get(1)).status()).isEqualTo(404);
        assertThat(lin.delete("/api/studio/models/" + ids.get(1)).status()).isEqualTo(404);
    }

    @Test
    void what_runs_is_drawn_with_its_forms_and_tables() {
        var lin = designer("林立成");
        assertThat(lin.get("/api/studio/processes").ok().get("items"))
                .anySatisfy(one -> assertThat(one.get("key").asString()).isEqualTo("leave-request"));
        var begun = lin.post("/api/studio/processes/leave-request/model", null);
        assertThat(begun.status()).isEqualTo(201);
        var id = begun.body().get("id").asString();
        var again = lin.post("/api/studio/processes/leave-request/model", null).ok();
        assertThat(again.get("id").asString()).isEqualTo(id);
        assertThat(again.get("made").asBoolean()).isFalse();
        assertThat(lin.get("/api/studio/processes").ok().get("items"))
                .anySatisfy(one -> assertThat(one.get("model").asString("")).isEqualTo(id));

        var item = lin.get("/api/studio/models/" + id).ok();
        assertThat(item.get("key").asString()).isEqualTo("leave-request");
        assertThat(item.get("published").asInt()).isPositive();
        assertThat(item.get("changedSince").asBoolean()).isFalse();
        assertThat(lin.get("/api/studio/models?q=leave-approver")
                        .ok()
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("dmn");
        assertThat(lin.get("/api/studio/models?q=leave-request&kind=form")
                        .ok()
                        .at("/items/0/changedSince")
                        .asBoolean())
                .isFalse();
        Drawn.save(lin, id, new String(source(lin, id), StandardCharsets.UTF_8) + "\n");
        assertThat(lin.get("/api/studio/models/" + id).ok().get("changedSince").asBoolean())
                .isTrue();
        assertThat(lin.post("/api/studio/processes/no-such-process/model", null).status())
                .isEqualTo(404);
    }

    @Test
    void the_studio_says_what_a_model_may_name() {
        var words = designer("林立成").language("en").get("/api/studio/vocabulary").ok();
        assertThat(words.get("steps")).anySatisfy(step -> {
            assertThat(step.get("name").asString()).isEqualTo("process.remind");
            assertThat(step.at("/inputs").toString()).contains("\"step\"");
        });
        assertThat(words.get("rules"))
                .anySatisfy(rule -> assertThat(rule.toString()).contains("leader", "number"))
                .allSatisfy(rule -> assertThat(rule.get("label").asString()).doesNotContain("studio."));
        assertThat(words.at("/modes/0/label").asString()).isEqualTo("All approve");
        assertThat(words.get("forms")).anySatisfy(form -> {
            assertThat(form.get("key").asString()).isEqualTo("leave-request");
            assertThat(form.get("fields").toString()).contains("Reason");
        });
        assertThat(words.get("decisions").toString()).contains("leave-approver");
        assertThat(words.get("roles").toString()).contains("Process designer");
    }

    @Test
    void for_people_who_do_not_design_the_studio_is_closed() {
        var id = Drawn.create(designer("林立成"), "看不到", "bpmn", ODD);
        var chen = company.signIn("chen.yu");
        var model = "/api/studio/models/" + id;
        for (var path : List.of(
                "/api/studio/models",
                model,
                model + "/source",
                model + "/versions",
                model + "/versions/1/source",
                "/api/studio/processes",
                "/api/studio/templates",
                "/api/studio/vocabulary")) {
            assertThat(chen.get(path).status()).as(path).isEqualTo(403);
        }
        for (var path : List.of(
                "/api/studio/models",
                model + "/open",
                model + "/validate",
                model + "/publish",
                model + "/restore",
                "/api/studio/processes/leave-request/model",
                "/api/studio/templates/purchase")) {
            assertThat(chen.post(path, Map.of()).status()).as(path).isEqualTo(403);
        }
        assertThat(chen.put(model + "/source", Map.of("source", ODD, "revision", 1))
                        .status())
                .isEqualTo(403);
        assertThat(chen.put(model + "/name", Map.of("name", "x")).status()).isEqualTo(403);
        assertThat(chen.delete(model).status()).isEqualTo(403);
        assertThat(company.anonymous().get(model).status()).isEqualTo(401);
        assertThat(company.signIn("gao.admin").get(model).status()).isEqualTo(200);
    }
}
