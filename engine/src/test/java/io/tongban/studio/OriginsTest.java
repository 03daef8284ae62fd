package io.tongban.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Processes that begin as a ready one. */
@ProductTest
class OriginsTest {

    @Autowired
    TestCompany company;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_template_is_copied_with_its_forms_and_tables_under_names_of_its_own() {
        var model = "<bpmn:process id=\"seal\" name=\"用印\"><bpmn:userTask id=\"a\" camunda:formRef=\"seal\" />"
                + "<bpmn:userTask id=\"seal-use\" camunda:formRef=\"seal-use\" />"
                + "<bpmn:businessRuleTask camunda:decisionRef=\"approver\" /></bpmn:process>"
                + "<bpmndi:BPMNPlane bpmnElement=\"seal\" />";
        var template = new Origins.Template(
                "seal",
                new TreeMap<>(Map.of(
                        "seal.bpmn",
                        bytes(model),
                        "seal.form",
                        bytes("{\"id\": \"seal\", \"components\": []}"),
                        "seal-use.form",
                        bytes("{\"id\":\"seal-use\"}"),
                        "approver.dmn",
                        bytes("<decision id=\"approver\" />"))));
        var copies = Origins.copies(template, "our-seal", "公章 & <法人章>");
        assertThat(copies)
                .containsOnlyKeys("our-seal.bpmn", "our-seal.form", "our-seal-use.form", "our-seal-approver.dmn")
                .containsEntry("our-seal.form", "{\"id\": \"our-seal\", \"components\": []}")
                .containsEntry("our-seal-use.form", "{\"id\":\"our-seal-use\"}")
                .containsEntry("our-seal-approver.dmn", "<decision id=\"our-seal-approver\" />");
        assertThat(copies.get("our-seal.bpmn"))
                .contains(
                        "<bpmn:process id=\"our-seal\" name=\"公章 &amp; &lt;法人章>\">",
                        "formRef=\"our-seal\"",
                        "id=\"seal-use\" camunda:formRef=\"our-seal-use\"",
                        "decisionRef=\"our-seal-approver\"",
                        "bpmnElement=\"our-seal\"");
    }

    @Test
    void every_template_of_the_product_can_be_published_under_a_key_of_its_own() {
        var gao = company.signIn("gao.admin");
        assertThat(gao.post("/api/studio/templates/no-such-template", Map.of()).status())
                .isEqualTo(404);
        for (var template : gao.get("/api/studio/templates").ok().get("items")) {
            var key = template.get("key").asString();
            assertThat(template.get("name").asString()).isNotBlank();
            var own = Drawn.key("own");
            var made = gao.post("/api/studio/templates/" + key, Map.of("name", "我们的" + key, "key", own));
            var id = made.ok().get("id").asString();
            assertThat(gao.get("/api/studio/models/" + id).ok().get("key").asString())
                    .isEqualTo(own);
            var report =
                    gao.post("/api/studio/models/" + id + "/validate", null).ok();
            assertThat(report.get("publishable").asBoolean())
                    .as(key + " " + report)
                    .isTrue();
            assertThat(gao.post("/api/studio/templates/" + key, Map.of("name", "再来", "key", own))
                            .problem())
                    .isEqualTo("studio:key-taken");
            assertThat(gao.post("/api/studio/templates/" + key, Map.of("name", "再来", "key", "Own Key"))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void what_the_product_ships_can_be_drawn_and_published_again() {
        var gao = company.signIn("gao.admin");
        for (var key : List.of(
                "leave-request",
                "leave-cancellation",
                "expense-claim",
                "permission-request",
                "meeting-booking",
                "onboarding",
                "portrait-check",
                "worktask")) {
            var id = gao.post("/api/studio/processes/" + key + "/model", null)
                    .ok()
                    .get("id")
                    .asString();
            var report =
                    gao.post("/api/studio/models/" + id + "/validate", null).ok();
            assertThat(report.get("publishable").asBoolean())
                    .as(key + " " + report)
                    .isTrue();
            assertThat(report.get("findings")
                            .valueStream()
                            .filter(one -> one.get("severity").asString().equals("warning"))
                            // Nobody is in IT in this company.
                            .filter(one -> !one.get("rule").asString().equals("approver")))
                    .as(key)
                    .isEmpty();
            gao.delete("/api/studio/models/" + id);
        }
    }
}
