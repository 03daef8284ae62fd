package io.tongban.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.kernel.Actor;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The daily mail: what waits, what became of the own requests, what was not read. */
class DigestTest extends MailedTest {

    static final String SITE = "https://oa.example.com";

    @Autowired
    TestCompany company;

    @Autowired
    DigestJob digests;

    @Autowired
    Preferences preferences;

    String leaderAccount = "";
    String leader = "";
    String applicant = "";
    TestClient asking = new TestClient(0);

    @BeforeEach
    void employ() {
        leaderAccount = company.employ("周岚", null);
        leader = company.id(leaderAccount);
        var account = company.employ("林夕", leaderAccount);
        applicant = company.id(account);
        asking = company.signIn(account);
        people.changeContact(leader, "leader@example.com", null, "zh-CN");
        people.changeContact(applicant, "asking@example.com", null, "en");
    }

    @Test
    void tasks_stand_oldest_first_with_links_that_open_them_and_overdue_ones_are_marked() throws Exception {
        wants(leader, "09:00", Map.of("tasks", "digest"));
        var first = ask("显示器");
        var second = ask("键盘");
        longAgo();
        jdbc.update(
                "update process_inbox set due_at = ? where id = ?",
                Timestamp.from(clock.instant().minus(Duration.ofHours(50))),
                task(second));

        var mail = digest("leader@example.com");

        assertThat(mail.getSubject()).matches("\\[通办] \\d+月\\d+日 周.汇总：待你处理 2");
        var text = plain(mail);
        assertThat(text)
                .containsSubsequence(
                        "待你处理 2",
                        "- 林夕：显示器 800 元（",
                        "直接上级审批 · ",
                        SITE + "/tasks/" + task(first),
                        "- 林夕：键盘 800 元（",
                        "[已逾期 2 天] 直接上级审批 · ",
                        SITE + "/tasks/" + task(second),
                        "选择哪些消息发邮件: " + SITE + "/me/notifications");
        assertThat(html(mail))
                .contains("href=\"" + SITE + "/tasks/" + task(first) + "\"")
                .containsOnlyOnce("已逾期 2 天");
    }

    @Test
    void what_is_suspended_is_not_waited_for() throws Exception {
        wants(leader, "09:00", Map.of("tasks", "digest"));
        var waits = ask("显示器");
        var stands = ask("键盘");
        company.signIn("gao.admin")
                .post("/api/admin/requests/" + stands + "/suspend", Map.of("comment", "等新制度"))
                .ok();
        longAgo();

        assertThat(plain(digest("leader@example.com")))
                .contains("待你处理 1", SITE + "/tasks/" + task(waits))
                .doesNotContain("键盘");
    }

    @Test
    void the_applicant_learns_what_others_did_since_the_last_digest_in_the_own_language() throws Exception {
        wants(applicant, "09:00", Map.of("requests", "digest"));
        var request = ask("显示器");
        var other = ask("键盘");
        longAgo();
        jdbc.update("delete from notify_mail");
        assertThat(made(applicant)).as("what one did oneself is no news").isEmpty();

        company.signIn(leaderAccount)
                .post("/api/tasks/" + task(request) + "/approve", Map.of())
                .ok();
        longAgo();
        var text = plain(digest("asking@example.com"));
        assertThat(text)
                .contains("News of your requests: 1", "Approved", SITE + "/requests/" + request)
                .doesNotContain(other);

        SERVER.purgeEmailFromAllMailboxes();
        jdbc.update("delete from notify_mail");
        assertThat(made(applicant)).as("told once").isEmpty();
    }

    @Test
    void what_is_being_committed_while_a_digest_is_made_is_told_by_the_next_one() {
        wants(applicant, "09:00", Map.of());
        var request = ask("显示器");
        company.signIn(leaderAccount)
                .post("/api/tasks/" + task(request) + "/approve", Map.of())
                .ok();
        jdbc.update("delete from notify_mail");

        assertThat(made(applicant)).isEmpty();

        longAgo();
        assertThat(made(applicant)).hasSize(1);
    }

    @Test
    void copies_and_messages_chosen_for_it_are_listed_until_they_are_read() throws Exception {
        wants(leader, "09:00", Map.of("meetings", "digest"));
        send(List.of(leader), "process.copied", "年假一");
        send(List.of(leader), "meeting.minutes", "周会");
        send(List.of(leader), "worktask.closed", "交付");
        send(List.of(leader), "process.copied", "年假二");
        var read = notifications
                .page(actor(leader), true, NoticeGroup.COPIES, null, 1, java.util.Locale.CHINESE)
                .items()
                .get(0);
        notifications.read(actor(leader), read.id());
        longAgo();
        jdbc.update("delete from notify_mail");

        var text = plain(digest("leader@example.com"));

        assertThat(text)
                .contains("未读消息 2", "抄送给你：年假一 的申请“年假一”", "会议“周会”（周会）的纪要已发出。")
                .doesNotContain("年假二", "交付");
    }

    @Test
    void nothing_to_tell_is_no_mail_and_a_group_without_mail_is_not_told_either() {
        wants(leader, "09:00", Map.of("tasks", "never"));
        ask("显示器");
        longAgo();
        jdbc.update("delete from notify_mail");

        assertThat(made(leader)).isEmpty();
        assertThat(nextDue(leader)).isAfter(clock.instant());
    }

    @Test
    void nobody_gets_one_without_an_address_or_after_leaving() {
        wants(leader, "09:00", Map.of());
        ask("显示器");
        jdbc.update("delete from notify_mail");
        people.changeContact(leader, null, null, "zh-CN");
        assertThat(made(leader)).isEmpty();

        people.changeContact(leader, "leader@example.com", null, "zh-CN");
        people.setPresent(leader, false);
        assertThat(made(leader)).isEmpty();
    }

    @Test
    void it_comes_at_the_chosen_hour_of_the_persons_zone() {
        preferences.save(
                actor(leader),
                new Preferences.SettingsBody(null, null, null, null, LocalTime.of(7, 30), "America/New_York"));

        var due = nextDue(leader).atZone(ZoneId.of("America/New_York"));
        assertThat(due.toLocalTime()).isEqualTo("07:30");
        assertThat(due.toInstant()).isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(25)));
        digests.makeDue();
        assertThat(states()).isEmpty();
    }

    @Test
    void a_change_that_does_not_move_the_hour_does_not_move_a_due_digest() {
        wants(leader, "09:00", Map.of());
        var due = Instant.parse("2026-11-23T01:00:00Z");
        jdbc.update("update notify_setting set digest_due_at = ?", Timestamp.from(due));

        wants(leader, "09:00", Map.of("meetings", "never"));
        assertThat(nextDue(leader)).isEqualTo(due);

        wants(leader, "10:00", Map.of("meetings", "never"));
        assertThat(nextDue(leader)).isAfter(clock.instant());
    }

    @Test
    void nodes_that_run_at_the_same_moment_make_each_digest_once() throws Exception {
        var readers = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            var person = person("reader" + i + "@example.com", "zh-CN");
            wants(person.id(), "09:00", Map.of("meetings", "digest"));
            readers.add(person.id());
        }
        send(readers, "meeting.minutes", "周会");
        longAgo();
        jdbc.update(
                "update notify_setting set digest_due_at = ?",
                Timestamp.from(clock.instant().minusSeconds(5)));

        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Object> run = Executors.callable(digests::makeDue);
            for (var done : nodes.invokeAll(List.of(run, run, run, run))) {
                done.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        digests.makeDue();
        job.sendDue();

        assertThat(jdbc.queryForList("select recipient from notify_mail", String.class))
                .containsExactlyInAnyOrderElementsOf(readers);
        received(12);
    }

    @Test
    void one_digest_that_cannot_be_made_keeps_nobody_else_from_theirs() {
        var broken = person("broken@example.com", "zh-CN");
        wants(broken.id(), "09:00", Map.of());
        wants(leader, "09:00", Map.of());
        ask("显示器");
        jdbc.update("delete from notify_mail");
        BrokenDigest.fails(broken.id());

        jdbc.update(
                "update notify_setting set digest_due_at = ?",
                Timestamp.from(clock.instant().minusSeconds(5)));
        digests.makeDue();

        assertThat(jdbc.queryForList("select recipient from notify_mail", String.class))
                .containsExactly(leader);
        assertThat(nextDue(broken.id()))
                .isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(1)));
    }

    private String ask(String topic) {
        var body = Map.of("process", "trial-request", "answers", Map.of("topic", topic, "amount", 800));
        return asking.post("/api/requests", body).ok().get("id").asString();
    }

    private String task(String request) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "select id from process_inbox where request_id = ? and owner = ?", String.class, request, leader));
    }

    private Actor actor(String person) {
        return new Actor(person, "", Set.of(), Set.of(), List.of());
    }

    private void wants(String person, String at, Map<String, String> groups) {
        preferences.save(
                actor(person), new Preferences.SettingsBody(groups, null, false, true, LocalTime.parse(at), null));
    }

    /** What happened just now happened a while ago. */
    private void longAgo() {
        var then = Timestamp.from(clock.instant().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MILLIS));
        var recently = Timestamp.from(clock.instant().minus(Duration.ofMinutes(5)));
        jdbc.update("update process_entry set at = ? where at > ?", then, recently);
        jdbc.update("update process_request set updated_at = ? where updated_at > ?", then, recently);
        jdbc.update("update notify_notice set created_at = ? where created_at > ?", then, recently);
        var before =
                Timestamp.from(clock.instant().minus(Duration.ofMinutes(15)).truncatedTo(ChronoUnit.MILLIS));
        jdbc.update("update notify_setting set digest_since = ? where digest_since > ?", before, recently);
    }

    private List<String> made(String person) {
        jdbc.update(
                "update notify_setting set digest_due_at = ? where person_id = ?",
                Timestamp.from(clock.instant().minusSeconds(5)),
                person);
        digests.makeDue();
        return jdbc.queryForList("select id from notify_mail where recipient = ?", String.class, person);
    }

    private jakarta.mail.internet.MimeMessage digest(String address) {
        jdbc.update("delete from notify_mail");
        made(address.startsWith("leader") ? leader : applicant);
        job.sendDue();
        return received(1).get(0);
    }

    private Instant nextDue(String person) {
        @Nullable
        Timestamp due = jdbc.queryForObject(
                "select digest_due_at from notify_setting where person_id = ?", Timestamp.class, person);
        return java.util.Objects.requireNonNull(due).toInstant();
    }
}
