package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.file.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What somebody has begun to fill in is there again, for them alone, until it is submitted. */
@ProductTest
class DraftHttpTest {

    @Autowired
    TestCompany company;

    @Autowired
    Deployer deployer;

    TestClient lin = new TestClient(0);

    @BeforeEach
    void somebodyNew() {
        lin = company.signIn(company.employ("林晓", "zhao.min"));
    }

    private static Map<String, Object> draft(Object... more) {
        var answers = new HashMap<String, Object>();
        for (int i = 0; i < more.length; i += 2) {
            answers.put((String) more[i], more[i + 1]);
        }
        return Map.of("process", "trial-proof", "answers", answers);
    }

    private String drafted(Object... more) {
        return lin.post("/api/drafts", draft(more)).ok().at("/id").asString();
    }

    private TestClient.Answer save(String id, int revision, Map<String, Object> answers) {
        return lin.put("/api/drafts/" + id, Map.of("answers", answers, "revision", revision));
    }

    private String upload(String name) {
        return lin.upload("/api/files", name, "application/pdf", Samples.PDF)
                .ok()
                .at("/id")
                .asString();
    }

    private JsonNode list() {
        return lin.get("/api/drafts").ok().at("/items");
    }

    private String openTask(String request) {
        return lin.get("/api/requests/" + request).ok().at("/openTasks/0/id").asString();
    }

    @Test
    void several_drafts_of_one_process_are_kept_told_apart_and_continued() {
        var made = lin.post("/api/drafts", draft("topic", "劳动合同", "kind", "paper", "pages", 12));
        assertThat(made.status()).isEqualTo(201);
        var id = made.body().at("/id").asString();
        assertThat(made.header("Location")).isEqualTo("/api/drafts/" + id);
        drafted("topic", "采购合同\n第二行");

        assertThat(list().at("/0/summary").asString()).isEqualTo("采购合同");
        assertThat(list().at("/1/summary").asString()).isEqualTo("劳动合同 · 纸质 · 12");
        assertThat(list().at("/1/processName").asString()).isEqualTo("用印");
        assertThat(lin.language("en")
                        .get("/api/drafts?process=trial-proof")
                        .ok()
                        .at("/items/1/summary")
                        .asString())
                .isEqualTo("劳动合同 · Paper · 12");
        assertThat(lin.get("/api/drafts?process=leave-request")
                        .ok()
                        .at("/items")
                        .size())
                .isZero();

        assertThat(save(id, 1, Map.of("topic", "劳动合同", "pages", 14))
                        .ok()
                        .at("/revision")
                        .asInt())
                .isEqualTo(2);
        var opened = lin.get("/api/drafts/" + id).ok();
        assertThat(opened.at("/answers/pages").asInt()).isEqualTo(14);
        assertThat(opened.at("/answers").has("kind")).isFalse();
        assertThat(opened.at("/changed").asBoolean()).isFalse();
        assertThat(opened.at("/dropped").size()).isZero();
    }

    @Test
    void what_is_unfinished_or_wrong_is_kept_as_it_was_typed() {
        var id = drafted("topic", "长".repeat(300), "pages", -3, "remark", "𠮷野家😀\n<b>");
        var answers = lin.get("/api/drafts/" + id).ok().at("/answers");
        assertThat(answers.at("/topic").asString()).hasSize(300);
        assertThat(answers.at("/pages").asInt()).isEqualTo(-3);
        assertThat(answers.at("/remark").asString()).isEqualTo("𠮷野家😀\n<b>");
    }

    @Test
    void an_older_page_is_refused_in_words_and_nothing_is_lost() {
        var id = drafted("topic", "一");
        save(id, 1, Map.of("topic", "另一页")).ok();
        var late = save(id, 1, Map.of("topic", "这一页"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("process:draft-moved");
        assertThat(late.title()).containsPattern("\\d\\d:\\d\\d");
        assertThat(lin.get("/api/drafts/" + id).ok().at("/answers/topic").asString())
                .isEqualTo("另一页");
        assertThat(lin.put("/api/drafts/" + id, Map.of("answers", Map.of())).status())
                .isEqualTo(400);
    }

    @Test
    void for_others_a_draft_does_not_exist_nor_do_its_attachments() {
        var file = upload("合同.pdf");
        var id = drafted("topic", "机密", "proof", List.of(file));
        for (var other : List.of(company.signIn("zhao.min"), company.signIn("gao.admin"))) {
            assertThat(other.get("/api/drafts/" + id).status()).isEqualTo(404);
            assertThat(other.put("/api/drafts/" + id, Map.of("answers", Map.of(), "revision", 1))
                            .status())
                    .isEqualTo(404);
            assertThat(other.delete("/api/drafts/" + id).status()).isEqualTo(404);
            assertThat(other.post("/api/drafts/" + id + "/restore", Map.of()).status())
                    .isEqualTo(404);
            assertThat(other.get("/api/files/" + file).status()).isEqualTo(404);
            assertThat(other.get("/api/drafts").ok().toString()).doesNotContain(id);
            // Somebody who names it while submitting takes nothing away.
            var body = new HashMap<String, Object>(draft("topic", "x"));
            body.put("draft", id);
            assertThat(other.post("/api/requests", body).status()).isEqualTo(201);
        }
        assertThat(company.anonymous().get("/api/drafts").status()).isEqualTo(401);
        assertThat(lin.get("/api/drafts/" + id).ok().at("/answers/proof/0").asString())
                .isEqualTo(file);
    }

    @Test
    void submitting_takes_the_draft_and_its_attachments_along_and_a_refusal_leaves_them() {
        var file = upload("合同.pdf");
        var id = drafted("topic", "劳动合同", "proof", List.of(file));
        var body = new HashMap<String, Object>(draft("topic", "劳动合同", "proof", List.of(file), "pages", "many"));
        body.put("draft", id);
        assertThat(lin.post("/api/requests", body).status()).isEqualTo(422);
        assertThat(lin.get("/api/drafts/" + id).ok().at("/answers/proof/0").asString())
                .isEqualTo(file);

        body.put("answers", Map.of("topic", "劳动合同", "proof", List.of(file)));
        var key = UUID.randomUUID().toString();
        var request = lin.post("/api/requests", body, key).ok().at("/id").asString();
        assertThat(lin.get("/api/drafts/" + id).status()).isEqualTo(404);
        assertThat(list().size()).isZero();
        assertThat(company.signIn("zhao.min").get("/api/files/" + file).status())
                .isEqualTo(200);
        assertThat(lin.post("/api/requests", body, key).ok().at("/id").asString())
                .as("the same click again")
                .isEqualTo(request);
    }

    @Test
    void a_deleted_draft_comes_back_with_its_attachments() {
        var file = upload("合同.pdf");
        var id = drafted("topic", "劳动合同", "proof", List.of(file));
        assertThat(lin.delete("/api/drafts/" + id).status()).isEqualTo(204);
        assertThat(lin.get("/api/drafts/" + id).status()).isEqualTo(404);
        assertThat(lin.delete("/api/drafts/" + id).status()).isEqualTo(404);
        assertThat(save(id, 1, Map.of()).status()).isEqualTo(404);

        assertThat(lin.post("/api/drafts/" + id + "/restore", Map.of())
                        .ok()
                        .at("/summary")
                        .asString())
                .isEqualTo("劳动合同");
        lin.post("/api/drafts/" + id + "/restore", Map.of()).ok();
        assertThat(lin.get("/api/drafts/" + id).ok().at("/answers/proof/0").asString())
                .isEqualTo(file);
    }

    @Test
    void there_are_limits_in_clear_words() {
        var tooLarge = lin.post("/api/drafts", draft("remark", "字".repeat(90_000)));
        assertThat(tooLarge.status()).isEqualTo(422);
        assertThat(tooLarge.problem()).isEqualTo("process:draft-too-large");
        assertThat(tooLarge.title()).contains("256");
        assertThat(lin.post("/api/drafts", draft("remark", "a".repeat(255_000))).status())
                .isEqualTo(201);

        var ids = new ArrayList<String>();
        for (int i = 1; i < 50; i++) {
            ids.add(drafted("topic", "第" + i));
        }
        var tooMany = lin.post("/api/drafts", draft("topic", "第五十一"));
        assertThat(tooMany.problem()).isEqualTo("process:too-many-drafts");
        assertThat(tooMany.title()).contains("50");
        lin.delete("/api/drafts/" + ids.get(0));
        drafted("topic", "又一份");
        assertThat(lin.post("/api/drafts/" + ids.get(0) + "/restore", Map.of()).problem())
                .isEqualTo("process:too-many-drafts");

        assertThat(lin.post("/api/drafts", Map.of("process", "no-such")).status())
                .isEqualTo(404);
        assertThat(lin.post("/api/drafts", Map.of("process", "trial-work")).status())
                .as("not for everybody to start")
                .isEqualTo(404);
        assertThat(lin.post("/api/drafts", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void a_repeated_first_save_makes_one_draft() {
        var key = UUID.randomUUID().toString();
        var first = lin.post("/api/drafts", draft("topic", "一"), key).ok().at("/id");
        assertThat(lin.post("/api/drafts", draft("topic", "一二"), key).ok().at("/id"))
                .isEqualTo(first);
        assertThat(list().size()).isEqualTo(1);
        assertThat(lin.post("/api/drafts", draft("topic", "一"), "k".repeat(129)).status())
                .isEqualTo(400);
    }

    @Test
    void the_attachments_of_another_draft_are_copied_into_one_that_branches_off() {
        var file = upload("合同.pdf");
        drafted("topic", "一", "proof", List.of(file));
        var other = lin.post(
                        "/api/drafts",
                        draft("topic", "二", "lines", List.of(Map.of("item", "票", "receipt", List.of(file)))))
                .ok();
        var copy = other.at("/copied/" + file).asString();
        assertThat(copy).isNotEqualTo(file).hasSize(36);
        assertThat(lin.get("/api/drafts/" + other.at("/id").asString())
                        .ok()
                        .at("/answers/lines/0/receipt/0")
                        .asString())
                .isEqualTo(copy);
        assertThat(lin.get("/api/files/" + copy + "/info").ok().at("/name").asString())
                .isEqualTo("合同.pdf");
    }

    @Test
    void somebody_elses_file_gets_into_no_draft() {
        var theirs = company.signIn("wu.xs")
                .upload("/api/files", "薪酬.pdf", "application/pdf", Samples.PDF)
                .ok()
                .at("/id")
                .asString();
        var made = lin.post("/api/drafts", draft("topic", "一", "proof", List.of(theirs)))
                .ok();
        assertThat(made.at("/copied").size()).isZero();
        var opened = lin.get("/api/drafts/" + made.at("/id").asString()).ok();
        assertThat(opened.at("/answers").has("proof")).isFalse();
        assertThat(opened.at("/dropped/0").asString()).isEqualTo("附件");
        assertThat(lin.get("/api/files/" + theirs).status()).isEqualTo(404);
    }

    @Test
    void a_draft_of_an_older_form_opens_with_what_fits_and_names_the_rest() {
        var trial = Deployer.modules().getOrDefault("trial", Map.of());
        var friend = company.employ("同事", "zhao.min");
        var id = drafted(
                "topic",
                "劳动合同",
                "kind",
                "digital",
                "remark",
                "三份",
                "pages",
                3,
                "friend",
                company.id(friend),
                "lines",
                List.of(Map.of("item", "甲方", "receipt", List.of())));
        var changed = new HashMap<>(trial);
        var form = new String(trial.getOrDefault("trial-proof.form", new byte[0]), StandardCharsets.UTF_8)
                .replace("\"key\": \"remark\"", "\"key\": \"note\"")
                .replace("\"value\": \"digital\"", "\"value\": \"scan\"")
                .replace("\"key\": \"item\"", "\"key\": \"thing\"");
        changed.put("trial-proof.form", form.getBytes(StandardCharsets.UTF_8));
        try {
            deployer.deploy("trial", changed);
            var opened = lin.get("/api/drafts/" + id).ok();
            assertThat(opened.at("/changed").asBoolean()).isTrue();
            assertThat(opened.at("/answers/topic").asString()).isEqualTo("劳动合同");
            assertThat(opened.at("/answers/pages").asInt()).isEqualTo(3);
            assertThat(opened.at("/answers/friend").asString()).isEqualTo(company.id(friend));
            assertThat(opened.at("/answers").has("remark")).isFalse();
            assertThat(opened.at("/answers").has("kind")).isFalse();
            assertThat(words(opened.at("/dropped"))).containsExactlyInAnyOrder("类别", "说明", "明细 · 名称");
            assertThat(words(lin.language("en").get("/api/drafts/" + id).ok().at("/dropped")))
                    .contains("Kind", "Remark");
            lin.language("zh-CN");

            save(id, 1, Map.of("topic", "劳动合同", "note", "三份")).ok();
            assertThat(lin.get("/api/drafts/" + id).ok().at("/changed").asBoolean())
                    .isFalse();
        } finally {
            deployer.deploy("trial", trial);
        }
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void an_ended_request_is_asked_again_with_the_old_answers_and_copies_of_its_attachments() {
        var file = upload("合同.pdf");
        var body = draft("topic", "劳动合同", "secret", "涉密", "proof", List.of(file));
        var request = lin.post("/api/requests", body).ok().at("/id").asString();
        lin.post("/api/requests/" + request + "/withdraw", Map.of()).ok();

        var again = lin.post("/api/drafts", Map.of("request", request));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().at("/process").asString()).isEqualTo("trial-proof");
        var id = again.body().at("/id").asString();
        var opened = lin.get("/api/drafts/" + id).ok();
        assertThat(opened.at("/answers/secret").asString()).isEqualTo("涉密");
        var copy = opened.at("/answers/proof/0").asString();
        assertThat(copy).isNotEqualTo(file);
        assertThat(opened.at("/dropped").size()).isZero();

        var second = new HashMap<String, Object>(draft("topic", "劳动合同", "proof", List.of(copy)));
        second.put("draft", id);
        var next = lin.post("/api/requests", second).ok().at("/id").asString();
        assertThat(company.signIn("zhao.min").get("/api/files/" + copy).status())
                .isEqualTo(200);
        assertThat(lin.get("/api/requests/" + request)
                        .ok()
                        .at("/answers/proof/0")
                        .asString())
                .as("the old one keeps its own")
                .isEqualTo(file);
        assertThat(openTask(next)).isNotEmpty();
    }

    @Test
    void only_the_applicant_asks_again() {
        var request =
                lin.post("/api/requests", draft("topic", "劳动合同")).ok().at("/id").asString();
        var again = Map.of("request", request);
        assertThat(company.signIn("wu.xs").post("/api/drafts", again).status()).isEqualTo(404);
        assertThat(company.signIn("zhao.min").post("/api/drafts", again).status())
                .isEqualTo(403);
        assertThat(lin.post("/api/drafts", Map.of("request", "no-such")).status())
                .isEqualTo(404);
    }

    @Test
    void a_draft_keeps_the_requests_it_refers_to_as_long_as_they_may_be_read() {
        var mine =
                lin.post("/api/requests", draft("topic", "前一份")).ok().at("/id").asString();
        var theirs = company.signIn("wu.xs")
                .post("/api/requests", draft("topic", "别人的"))
                .ok()
                .at("/id")
                .asString();
        var body = new HashMap<String, Object>(draft("topic", "后一份"));
        body.put("related", List.of(mine, theirs));
        var id = lin.post("/api/drafts", body).ok().at("/id").asString();
        assertThat(words(lin.get("/api/drafts/" + id).ok().at("/related"))).containsExactly(mine);
        body.put("related", List.of("x".repeat(36)));
        assertThat(lin.post("/api/drafts", body).status()).isEqualTo(422);
    }
}
