package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.file.Samples;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Steps that need a signature, an opinion, an attachment: refused without, shown to readers of the request with. */
@ProductTest
class EvidenceHttpTest {

    @Autowired
    TestCompany company;

    @Autowired
    Deployer deployer;

    TestClient lin = new TestClient(0);
    TestClient zhao = new TestClient(0);
    TestClient li = new TestClient(0);
    String request = "";

    @BeforeEach
    void aRequest() {
        lin = company.signIn(company.employ("林晓", "zhao.min"));
        zhao = company.signIn("zhao.min");
        li = company.signIn("li.cw");
        request = lin.post("/api/requests", Map.of("process", "trial-proof", "answers", Map.of("topic", "劳动合同")))
                .ok()
                .at("/id")
                .asString();
    }

    private String task() {
        return lin.get("/api/requests/" + request).ok().at("/openTasks/0/id").asString();
    }

    private TestClient.Answer act(TestClient who, String action, Object... more) {
        var body = new HashMap<String, Object>();
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return who.post("/api/tasks/" + task() + "/" + action, body);
    }

    private static String upload(TestClient who, String name, byte[] bytes) {
        return who.upload("/api/files", name, "application/octet-stream", bytes)
                .ok()
                .at("/id")
                .asString();
    }

    private static String sign(TestClient who) {
        return upload(who, "签名.png", Samples.signature());
    }

    @Test
    void a_signed_approval_shows_its_signature_to_readers_and_to_nobody_else() {
        assertThat(zhao.get("/api/tasks/" + task()).ok().at("/needs/0").asString())
                .isEqualTo("signature");
        for (var action : List.of("approve", "reject")) {
            var refused = act(zhao, action, "comment", "好");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("process:signature-needed");
            assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("signature");
        }
        var signature = sign(zhao);
        assertThat(lin.get("/api/files/" + signature).status()).as("not yet").isEqualTo(404);
        act(zhao, "approve", "signature", signature).ok();

        var entry = lin.get("/api/requests/" + request).ok().at("/timeline/1");
        assertThat(entry.at("/signature").asString()).isEqualTo(signature);
        assertThat(lin.get("/api/files/" + signature + "?inline=true").header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(li.get("/api/files/" + signature).status()).isEqualTo(200);
        assertThat(company.signIn("wu.xs").get("/api/files/" + signature).status())
                .isEqualTo(404);
    }

    @Test
    void a_rejection_is_signed_too_and_a_return_needs_none() {
        var signature = sign(zhao);
        act(zhao, "reject", "comment", "不行", "signature", signature).ok();
        assertThat(lin.get("/api/requests/" + request)
                        .ok()
                        .at("/timeline/1/signature")
                        .asString())
                .isEqualTo(signature);

        aRequest();
        act(zhao, "return", "comment", "请改").ok();
    }

    @Test
    void a_signature_is_a_drawn_picture_of_ones_own_and_serves_once() {
        var used = sign(zhao);
        act(zhao, "approve", "signature", used).ok();
        aRequest();
        for (var wrong : List.of(
                used,
                sign(lin),
                upload(zhao, "空白.png", Samples.picture(300, 120, false)),
                upload(zhao, "巨大.png", Samples.picture(2400, 20, true)),
                upload(zhao, "合同.pdf", Samples.PDF),
                UUID.randomUUID().toString())) {
            var refused = act(zhao, "approve", "signature", wrong);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("signature");
        }
        assertThat(lin.get("/api/requests/" + request).ok().at("/timeline").size())
                .isEqualTo(1);
        assertThat(lin.get("/api/requests/" + request).ok().at("/status").asString())
                .isEqualTo("running");
    }

    @Test
    void an_approval_needs_the_opinion_and_the_attachment_that_the_step_asks_for() {
        act(zhao, "approve", "signature", sign(zhao)).ok();
        act(li, "claim").ok();
        assertThat(li.get("/api/tasks/" + task()).ok().at("/needs").size()).isEqualTo(2);
        var nothing = act(li, "approve", "comment", "  ");
        assertThat(nothing.problem()).isEqualTo("process:opinion-needed");
        assertThat(nothing.body().at("/errors").size()).isEqualTo(2);
        assertThat(act(li, "approve", "comment", "已存档").problem()).isEqualTo("process:evidence-needed");
        assertThat(act(li, "approve", "comment", "已存档", "files", List.of()).problem())
                .isEqualTo("process:evidence-needed");
        var theirs = upload(zhao, "a.pdf", Samples.PDF);
        assertThat(act(li, "approve", "comment", "已存档", "files", List.of(theirs))
                        .body()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("file:unknown");

        var file = upload(li, "存档.pdf", Samples.PDF);
        act(li, "approve", "comment", "已存档", "files", List.of(file)).ok();
        var seen = lin.get("/api/requests/" + request).ok();
        assertThat(seen.at("/status").asString()).isEqualTo("approved");
        var entry = seen.at("/timeline/3");
        assertThat(entry.at("/files/0/name").asString()).isEqualTo("存档.pdf");
        assertThat(lin.get("/api/files/" + file).status()).isEqualTo(200);
        assertThat(company.signIn("wu.xs").get("/api/files/" + file).status()).isEqualTo(404);
    }

    @Test
    void an_opinion_may_mention_and_a_second_click_carries_nothing_twice() {
        var friend = company.employ("秦岚", "sun.lei");
        Map<String, Object> body =
                Map.of("comment", "@秦岚 请盖章", "mentions", List.of(company.id(friend)), "signature", sign(zhao));
        var path = "/api/tasks/" + task() + "/approve";
        var key = UUID.randomUUID().toString();
        var first = zhao.post(path, body, key).ok();
        assertThat(zhao.post(path, body, key).ok()).isEqualTo(first);
        var qin = company.signIn(friend);
        assertThat(qin.get("/api/requests/" + request)
                        .ok()
                        .at("/timeline/1/mentions/0/name")
                        .asString())
                .isEqualTo("秦岚");
        assertThat(qin.get("/api/notifications").ok().at("/items").size()).isEqualTo(1);
    }

    @Test
    void whoever_decided_before_is_asked_again_where_proof_is_needed() {
        var trial = Deployer.modules().getOrDefault("trial", Map.of());
        var changed = new HashMap<>(trial);
        var model = new String(trial.getOrDefault("trial-proof.bpmn", new byte[0]), StandardCharsets.UTF_8)
                .replace(
                        "name=\"numberPrefix\" value=\"YY\" />",
                        "name=\"numberPrefix\" value=\"YY\" /><camunda:property name=\"repeated\" value=\"consecutive\" />")
                .replace("role:finance", "leader");
        changed.put("trial-proof.bpmn", model.getBytes(StandardCharsets.UTF_8));
        try {
            deployer.deploy("trial", changed);
            aRequest();
            act(zhao, "approve", "signature", sign(zhao)).ok();
            var open = lin.get("/api/requests/" + request).ok();
            assertThat(open.at("/status").asString()).isEqualTo("running");
            assertThat(open.at("/openTasks/0/step").asString()).isEqualTo("财务存档");
        } finally {
            deployer.deploy("trial", trial);
        }
    }

    @Test
    void a_mention_of_nobody_stops_the_decision() {
        var refused = act(zhao, "approve", "signature", sign(zhao), "mentions", List.of("nobody"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(lin.get("/api/requests/" + request).ok().at("/timeline").size())
                .isEqualTo(1);
        assertThat(act(zhao, "approve", "files", java.util.Collections.nCopies(21, "x"))
                        .status())
                .isEqualTo(422);
    }
}
