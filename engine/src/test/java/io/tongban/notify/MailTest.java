package io.tongban.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tongban.ProductTest;
import io.tongban.kernel.Ids;
import io.tongban.org.NewPerson;
import io.tongban.org.People;
import io.tongban.org.Person;
import jakarta.mail.internet.MimeMessage;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@DirtiesContext
class MailTest {

    static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Notifications notifications;

    @Autowired
    MailJob job;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        SERVER.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("tongban.mail-every", () -> "PT1H");
        settings.add("tongban.public-url", () -> "https://oa.example.com/");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        jdbc.update("delete from notify_mail");
        SERVER.purgeEmailFromAllMailboxes();
    }

    @Test
    void a_notice_also_comes_by_mail_in_the_readers_language() throws Exception {
        var chen = person("chen@example.com", "zh-CN");
        var zhao = person("zhao@example.com", "en");

        send(List.of(chen.id(), zhao.id()), "陈宇的年假 '𠮷野家😀'");
        job.sendDue();

        var mails = received(2);
        var toChen = to(mails, "chen@example.com");
        assertThat(toChen.getSubject()).isEqualTo("[通办] 测试通知：陈宇的年假 '𠮷野家😀'");
        assertThat(toChen.getContent().toString().lines()).contains("https://oa.example.com/requests/1");
        assertThat(to(mails, "zhao@example.com").getSubject()).startsWith("[Tongban] A test notice: 陈宇");
        assertThat(states()).containsOnly("sent");
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

    private void send(List<String> to, String text) {
        notifications.send(new Notice(to, "notify.test", List.of(text), "/requests/1", null));
    }

    private Person person(@Nullable String email, String locale) {
        var account = "m" + Ids.next().substring(9).replace("-", "");
        var id = people.add(new NewPerson(account, account, "陈宇", email, null)).id();
        people.changeContact(id, email, null, locale.equals("en") ? "en" : "zh-CN");
        return people.get(id);
    }

    private List<MimeMessage> received(int count) {
        assertThat(SERVER.waitForIncomingEmail(10_000, count)).isTrue();
        assertThat(SERVER.getReceivedMessages()).hasSize(count);
        return List.of(SERVER.getReceivedMessages());
    }

    private static MimeMessage to(List<MimeMessage> mails, String address) throws Exception {
        for (var mail : mails) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                return mail;
            }
        }
        throw new AssertionError("no mail to " + address);
    }

    private List<String> states() {
        return jdbc.queryForList("select state from notify_mail", String.class);
    }

    private <T> T value(String column, Class<T> type) {
        return Objects.requireNonNull(jdbc.queryForObject("select " + column + " from notify_mail", type));
    }
}
