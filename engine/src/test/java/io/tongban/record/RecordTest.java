package io.tongban.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Texts;
import io.tongban.process.Chain;
import io.tongban.process.Desk;
import io.tongban.process.Requests;
import io.tongban.process.Trails;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever changes the record in the database is found, and what was changed is named. */
@ProductTest
class RecordTest {

    @Autowired
    Desk desk;

    @Autowired
    TestCompany company;

    @Autowired
    Requests requests;

    @Autowired
    Trails trails;

    @Autowired
    Verification verification;

    @Autowired
    Seals seals;

    @Autowired
    SealKey key;

    @Autowired
    SealMapper sealed;

    @Autowired
    Texts texts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    /** A request with four lines: submitted, two remarks, approved. */
    private String asked() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000);
        requests.comment(company.actor("chen.yu"), asked.id, "请尽快", null);
        requests.comment(company.actor("zhao.min"), asked.id, "收到 𠮷野家😀", null);
        asked.approves("zhao.min");
        assertThat(verification.request(asked.id)).isEmpty();
        return asked.id;
    }

    private void change(String request, int entry, String set, Object... values) {
        var all = new java.util.ArrayList<>(List.of(values));
        all.add(request);
        all.add(entry);
        assertThat(jdbc.update("update process_entry set " + set + " where request_id = ? and seq = ?", all.toArray()))
                .isEqualTo(1);
    }

    private void finds(String request, String kind, int entry) {
        var finding = verification.request(request).orElseThrow();
        assertThat(finding.kind()).isEqualTo(kind);
        assertThat(finding.entry()).isEqualTo(entry);
        var number = jdbc.queryForObject("select number from process_request where id = ?", String.class, request);
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(finding.sentence(texts, locale))
                    .contains(number)
                    .contains(String.valueOf(entry))
                    .doesNotContain("record.finding");
        }
        assertThat(verification.all(progress -> {}).findings())
                .filteredOn(one -> request.equals(one.requestId()))
                .containsExactly(finding);
    }

    @Test
    void it_says_who_did_what_for_whom_when_and_from_where() {
        var request = company.signIn("chen.yu")
                .post(
                        "/api/requests",
                        Map.of("process", "trial-request", "answers", Map.of("topic", "记录", "amount", 5)))
                .ok()
                .path("id")
                .asString();
        var line = jdbc.queryForMap("select * from process_entry where request_id = ?", request);
        assertThat(line.get("person_id")).isEqualTo(company.id("chen.yu"));
        assertThat(line.get("action")).isEqualTo("submit");
        assertThat(String.valueOf(line.get("origin"))).startsWith("browser|127.0.0.1|");
        assertThat(line.get("at")).isNotNull();
        assertThat(String.valueOf(line.get("stands"))).hasSize(64);
    }

    @Test
    void an_entry_that_was_changed_is_named() {
        var who = asked();
        change(who, 2, "person_id = ?", company.id("wu.xs"));
        finds(who, "broken", 2);
        var what = asked();
        change(what, 4, "action = ?", "reject");
        finds(what, "broken", 4);
        var when = asked();
        change(when, 1, "at = ?", java.sql.Timestamp.valueOf("2020-01-01 00:00:00"));
        finds(when, "broken", 1);
        var words = asked();
        change(words, 3, "text = ?", "没有收到");
        finds(words, "words", 3);
        var address = asked();
        change(address, 1, "origin = ?", "browser|10.0.0.1|");
        finds(address, "words", 1);
    }

    @Test
    void an_entry_that_was_deleted_is_named_also_when_the_others_were_numbered_anew() {
        var gap = asked();
        jdbc.update("delete from process_entry where request_id = ? and seq = 2", gap);
        finds(gap, "deleted", 2);
        change(gap, 3, "seq = 2");
        change(gap, 4, "seq = 3");
        finds(gap, "broken", 2);
        var all = asked();
        jdbc.update("delete from process_entry where request_id = ?", all);
        finds(all, "deleted", 1);
    }

    @Test
    void an_entry_that_was_put_in_is_named_however_well_it_was_made() {
        var request = asked();
        change(request, 4, "seq = 5");
        change(request, 3, "seq = 4");
        jdbc.update(
                "insert into process_entry (id, request_id, at, person_id, action, salt, words, text, origin, seq, link)"
                        + " select ?, request_id, at, person_id, action, salt, words, text, origin, 3, link"
                        + " from process_entry where request_id = ? and seq = 2",
                Ids.next(),
                request);
        var lines = trails.of(request).orElseThrow().lines();
        change(
                request,
                3,
                "link = ?",
                Chain.link(lines.get(1).link(), lines.get(2).body()));
        finds(request, "inserted", 3);
        var unnumbered = asked();
        jdbc.update(
                "insert into process_entry (id, request_id, at, person_id, action)"
                        + " select ?, request_id, at, person_id, action from process_entry"
                        + " where request_id = ? and seq = 2",
                Ids.next(),
                unnumbered);
        assertThat(verification.request(unnumbered).orElseThrow().kind()).isEqualTo("unnumbered");
    }

    @Test
    void entries_that_were_put_in_another_order_are_named() {
        var request = asked();
        change(request, 2, "seq = 99");
        change(request, 3, "seq = 2");
        change(request, 99, "seq = 3");
        finds(request, "reordered", 2);
    }

    @Test
    void a_trail_that_was_cut_or_wholly_made_anew_is_found_by_its_seal() {
        var cut = asked();
        var anew = asked();
        var gone = asked();
        seals.sealDue();
        var seal = newest().no();
        jdbc.update("delete from process_entry where request_id = ? and seq >= 3", cut);
        jdbc.update("update process_request set status = 'running' where id = ?", cut);
        finds(cut, "truncated", 3);

        change(anew, 2, "text = ?, salt = ?", "从来没有催过", "00");
        var salt = "00";
        var origin = jdbc.queryForObject(
                "select origin from process_entry where request_id = ? and seq = 2", String.class, anew);
        change(anew, 2, "words = ?", Chain.digest(salt, "从来没有催过", null, origin));
        var before = anew;
        for (int i = 0; i < 4; i++) {
            var body = trails.of(anew).orElseThrow().lines().get(i).body();
            before = Chain.link(before, body);
            change(anew, i + 1, "link = ?", before);
        }
        finds(anew, "recomputed", 4);
        assertThat(verification.request(anew).orElseThrow().seal()).isEqualTo(seal);

        jdbc.update("delete from process_entry where request_id = ?", gone);
        jdbc.update("delete from process_request where id = ?", gone);
        assertThat(verification.all(progress -> {}).findings())
                .anyMatch(finding -> finding.kind().equals("gone") && gone.equals(finding.requestId()));
    }

    @Test
    void a_request_that_was_changed_past_its_trail_is_named() {
        var request = asked();
        jdbc.update("update process_request set status = 'rejected' where id = ?", request);
        finds(request, "content", 4);
        var answers = asked();
        jdbc.update("update process_request set answers = replace(answers, '5000', '9000') where id = ?", answers);
        finds(answers, "content", 4);
    }

    @Test
    void a_seal_that_was_changed_or_taken_away_is_named() {
        asked();
        seals.sealDue();
        asked();
        seals.sealDue();
        var last = newest();
        var no = last.no();
        assertThat(kinds()).doesNotContain("seal-changed", "heads-changed", "seals-cut", "seal-missing");

        jdbc.update("update record_seal set root = ? where no = ?", "0".repeat(64), no);
        assertThat(findings()).contains(Finding.ofSeal("seal-changed", no));
        jdbc.update("update record_seal set root = ? where no = ?", last.root(), no);

        jdbc.update("update record_head set seq = seq + 1000 where seal_no = ?", no);
        assertThat(findings()).contains(Finding.ofSeal("heads-changed", no));
        jdbc.update("update record_head set seq = seq - 1000 where seal_no = ?", no);

        jdbc.update("update record_seal set no = 100000 where no = ?", no);
        assertThat(findings()).contains(Finding.ofSeal("seal-missing", no));
        jdbc.update("update record_seal set no = ? where no = 100000", no);

        jdbc.update("update record_seal set no = 0 where no = ?", no);
        assertThat(findings()).contains(Finding.ofSeal("seals-cut", no));
        jdbc.update("update record_seal set no = ? where no = 0", no);

        jdbc.update("update record_seal set key_id = 'another' where no = ?", no);
        assertThat(findings()).contains(Finding.ofSeal("seal-key", no));
        jdbc.update("update record_seal set key_id = ? where no = ?", last.keyId(), no);
        assertThat(kinds()).doesNotContain("seal-changed", "heads-changed", "seals-cut", "seal-missing", "seal-key");
    }

    private SealMapper.SealRow newest() {
        return Objects.requireNonNull(sealed.newest());
    }

    private List<Finding> findings() {
        return verification.all(progress -> {}).findings();
    }

    private List<String> kinds() {
        return findings().stream().map(Finding::kind).toList();
    }

    @Test
    void what_was_erased_by_an_administrator_leaves_the_chain_whole() {
        var request = asked();
        seals.sealDue();
        var line = trails.of(request).orElseThrow().lines().get(2).id();
        trails.erase(company.actor("gao.admin"), request, line, "应本人要求清除", null);
        assertThat(verification.request(request)).isEmpty();
        assertThat(jdbc.queryForMap("select text, origin, salt from process_entry where id = ?", line))
                .allSatisfy((column, value) -> assertThat(value).isNull());
        var seen = company.signIn("chen.yu").get("/api/requests/" + request).text();
        assertThat(seen).doesNotContain("野家").contains("（内容已清除）").contains("应本人要求清除");

        // Without the deed it is found.
        var other = asked();
        change(other, 3, "text = null, origin = null, salt = null");
        finds(other, "erased", 3);
    }

    @Test
    void an_administrator_sees_the_entries_of_a_request_and_from_where_they_came() {
        var request = asked();
        var line = trails.of(request).orElseThrow().lines().get(1).id();
        var gao = company.signIn("gao.admin");
        var path = "/api/admin/record/requests/" + request;
        assertThat(gao.post(path + "/entries/" + line + "/erase", Map.of("comment", " "))
                        .problem())
                .isEqualTo("kernel:invalid");
        gao.post(path + "/entries/" + line + "/erase", Map.of("comment", "误写了身份证号"))
                .ok();
        assertThat(gao.post(path + "/entries/" + line + "/erase", Map.of("comment", "再来"))
                        .problem())
                .isEqualTo("process:erased-already");
        var record = gao.get(path).ok();
        assertThat(record.at("/finding").isNull()).isTrue();
        assertThat(record.at("/entries").size()).isEqualTo(5);
        assertThat(record.at("/entries/1/erased").asBoolean()).isTrue();
        assertThat(record.at("/entries/4/kind").asString()).isEqualTo("browser");
        assertThat(record.at("/entries/4/address").asString()).isEqualTo("127.0.0.1");
        assertThat(gao.get("/api/admin/record/requests/" + record.at("/number").asString())
                        .ok()
                        .at("/id")
                        .asString())
                .isEqualTo(request);
        var chen = company.signIn("chen.yu");
        assertThat(chen.get(path).status()).isEqualTo(403);
        assertThat(chen.post(path + "/entries/" + line + "/erase", Map.of("comment", "我的"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_check_of_everything_tells_how_far_it_is_and_what_it_found() throws Exception {
        var request = asked();
        change(request, 2, "person_id = ?", company.id("wu.xs"));
        var gao = company.signIn("gao.admin");
        assertThat(company.signIn("chen.yu").get("/api/admin/record").status()).isEqualTo(403);
        var started = gao.post("/api/admin/record/checks", Map.of());
        assertThat(started.status()).isEqualTo(201);
        var path = "/api/admin/record/checks/" + started.body().at("/id").asString();
        var check = gao.get(path).ok();
        for (int i = 0; i < 600 && check.at("/state").asString().equals("running"); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            check = gao.get(path).ok();
        }
        assertThat(check.at("/state").asString()).isEqualTo("broken");
        assertThat(check.at("/done").asLong())
                .isEqualTo(check.at("/total").asLong())
                .isPositive();
        assertThat(check.toString()).contains("第 2 条记录与前一条接不上");
        assertThat(gao.get("/api/admin/record").ok().at("/latest/id").asString())
                .isEqualTo(started.body().at("/id").asString());
    }

    @Test
    void requests_do_not_wait_for_each_other_nor_for_the_seals() throws Exception {
        var first = desk.ask("chen.yu", "trial-request").id;
        var second = desk.ask("wu.xs", "trial-request").id;
        var third = desk.ask("chen.yu", "trial-request").id;
        var written = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var slow = threads.submit(() -> transaction.executeWithoutResult(status -> {
                requests.comment(company.actor("chen.yu"), first, "还没有提交的话", null);
                written.countDown();
                try {
                    assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
            threads.submit(() -> {
                        requests.comment(company.actor("wu.xs"), second, "同时写下", null);
                        requests.comment(company.actor("chen.yu"), third, "同时写下", null);
                        desk.ask("chen.yu", "trial-request");
                        seals.sealDue();
                    })
                    .get(8, TimeUnit.SECONDS);
            assertThat(slow.isDone()).isFalse();
            over.countDown();
            slow.get(30, TimeUnit.SECONDS);
        } finally {
            over.countDown();
            threads.shutdownNow();
        }
        seals.sealDue();
        assertThat(sealed.ofRequest(first))
                .as("what was on its way at one seal is in the next")
                .last()
                .extracting(SealMapper.HeadRow::seq)
                .isEqualTo(2);
        for (var id : List.of(first, second, third)) {
            assertThat(verification.request(id)).isEmpty();
        }
    }

    @Test
    void the_command_says_what_it_found_in_both_languages() {
        var request = asked();
        change(request, 2, "person_id = ?", company.id("wu.xs"));
        var out = new ByteArrayOutputStream();
        var code = new VerifyCommand(verification, texts, "").print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("第 2 条记录与前一条接不上")
                .contains("处问题");
        out.reset();
        new VerifyCommand(verification, texts, "en").print(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("entry 2 does not follow");
    }

    @Test
    void the_key_is_made_once_and_only_its_owner_may_read_it(
            @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
        var made = new SealKey(folder, "");
        var file = folder.resolve("record.key");
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(
                        java.nio.file.Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new SealKey(folder, "").id()).isEqualTo(made.id());
        assertThat(new SealKey(folder, "ab".repeat(32)).id()).isNotEqualTo(made.id());
        assertThat(folder.toFile().list()).containsExactly("record.key");
    }
}
