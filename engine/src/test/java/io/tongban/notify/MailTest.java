package io.tongban.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.kernel.Ids;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class MailTest extends MailedTest {

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_notice_also_comes_by_mail_in_the_readers_language() throws Exception {
        var chen = person("chen@example.com", "zh-CN");
        var zhao = person("zhao@example.com", "en");

        send(List.of(chen.id(), zhao.id()), "陈宇的年假 '𠮷野家😀'");
        job.sendDue();

        var mails = received(2);
        var toChen = to(mails, "chen@example.com");
        assertThat(toChen.getSubject()).isEqualTo("[通办] 测试通知：陈宇的年假 '𠮷野家😀'");
        assertThat(plain(toChen).lines())
                .contains("测试通知：陈宇的年假 '𠮷野家😀'", "https://oa.example.com/requests/1")
                .contains("选择哪些消息发邮件: https://oa.example.com/me/notifications");
        assertThat(html(toChen))
                .contains("<html lang=\"zh-CN\">", "测试通知：陈宇的年假 &#39;𠮷野家😀&#39;")
                .contains("href=\"https://oa.example.com/requests/1\"")
                .contains("href=\"https://oa.example.com/me/notifications\"")
                .doesNotContain("src=");
        assertThat(to(mails, "zhao@example.com").getSubject()).startsWith("[Tongban] A test notice: 陈宇");
        assertThat(states()).containsOnly("sent");
    }

    @Test
    void a_mail_says_who_asks_for_what_and_opens_the_right_page() throws Exception {
        var chen = person("chen@example.com", "en");
        notifications.send(new Notice(
                List.of(chen.id()),
                "process.task",
                List.of("陈宇", "年假 2 天", "Annual leave, 2 days", "QJ2026-00042", ""),
                "/tasks/7",
                null));
        job.sendDue();

        assertThat(plain(received(1).get(0))).startsWith("""
                        For you to handle: 陈宇’s request “Annual leave, 2 days”

                        Request: Annual leave, 2 days
                        Number: QJ2026-00042
                        Requested by: 陈宇

                        Open the task:
                        https://oa.example.com/tasks/7
                        """);
    }

    @Test
    void what_people_write_is_text_in_a_mail_and_never_markup() throws Exception {
        var chen = person("chen@example.com", "zh-CN");

        send(List.of(chen.id()), "<img src=x onerror=alert(1)> & \"");
        job.sendDue();

        assertThat(html(received(1).get(0)))
                .doesNotContain("<img")
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;");
    }

    @Test
    void nobody_gets_mail_without_an_address_or_after_leaving() {
        var silent = person(null, "zh-CN");
        var gone = person("gone@example.com", "zh-CN");
        people.setPresent(gone.id(), false);

        send(List.of(silent.id(), gone.id(), Ids.next()), "年假");

        assertThat(states()).isEmpty();
    }

    @Test
    void a_mail_goes_back_with_the_transaction() {
        var chen = person("chen@example.com", "zh-CN");

        transaction.executeWithoutResult(t -> {
            send(List.of(chen.id()), "年假");
            t.setRollbackOnly();
        });

        assertThat(states()).isEmpty();
    }

    @Test
    void titles_cannot_add_header_lines() throws Exception {
        var chen = person("chen@example.com", "zh-CN");

        send(List.of(chen.id()), "年假\r\nBcc: eve@example.com\r\n\r\nbody");
        job.sendDue();

        var mail = received(1).get(0);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("[通办] 测试通知：年假 Bcc: eve@example.com body");
    }

    @Test
    void an_address_that_is_none_is_given_up_at_once() {
        var chen = person("chen@example.com", "zh-CN");
        for (var address : List.of("a@b.c\r\nBcc: eve@example.com", "a@b.c,eve@example.com", "<a@b.c>", "nobody")) {
            send(List.of(chen.id()), "年假");
            jdbc.update("update notify_mail set address = ? where state = 'waiting'", address);
            job.sendDue();
        }

        assertThat(states()).containsExactly("failed", "failed", "failed", "failed");
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_mail_is_tried_again_with_growing_pauses_and_given_up_after_the_eighth_time() {
        var chen = person("chen@example.com", "zh-CN");
        send(List.of(chen.id()), "年假");
        SERVER.stop();
        try {
            var pauses = new ArrayList<Long>();
            for (int attempt = 1; attempt <= MailJob.MOST_ATTEMPTS; attempt++) {
                job.sendDue();
                job.sendDue();
                assertThat(value("attempts", Integer.class)).isEqualTo(attempt);
                var due = value("due_at", Timestamp.class).toInstant();
                pauses.add(
                        Duration.between(clock.instant(), due).plusSeconds(30).toMinutes());
                jdbc.update("update notify_mail set due_at = ?", Timestamp.from(clock.instant()));
            }
            assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 0L);
        } finally {
            SERVER.start();
        }

        job.sendDue();
        assertThat(states()).containsExactly("failed");
        assertThat(value("reason", String.class)).containsIgnoringCase("connect");
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void many_nodes_send_each_mail_once() throws Exception {
        var chen = person("chen@example.com", "zh-CN");
        for (int i = 0; i < 40; i++) {
            send(List.of(chen.id()), "年假 " + i);
        }
        var nodes = Executors.newFixedThreadPool(4);
        try {
            var runs = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                runs.add(nodes.submit(job::sendDue));
            }
            for (var run : runs) {
                run.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        var subjects = new ArrayList<String>();
        for (var mail : received(40)) {
            subjects.add(mail.getSubject());
        }
        assertThat(subjects).doesNotHaveDuplicates();
        assertThat(states()).hasSize(40).containsOnly("sent");
    }
}
