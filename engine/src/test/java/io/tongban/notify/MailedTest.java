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
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A product that sends mail to a server of the test; all such tests share one. Jobs run when a test says so. */
@ProductTest
abstract class MailedTest {

    /** On one port for good, so that it can go away and come back. */
    static final GreenMail SERVER = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Notifications notifications;

    @Autowired
    MailJob job;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry settings) {
        SERVER.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("tongban.mail-every", () -> "PT1H");
        settings.add("tongban.digest-every", () -> "PT1H");
        settings.add("tongban.public-url", () -> "https://oa.example.com/");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void empty() throws Exception {
        jdbc.update("delete from notify_mail");
        jdbc.update("delete from notify_setting");
        SERVER.purgeEmailFromAllMailboxes();
    }

    void send(List<String> to, String text) {
        send(to, "notify.test", text);
    }

    void send(List<String> to, String kind, String text) {
        notifications.send(new Notice(to, kind, List.of(text, text, text, "X1"), "/requests/1", null));
    }

    Person person(@Nullable String email, String locale) {
        var account = "m" + Ids.next().substring(9).replace("-", "");
        var id = people.add(new NewPerson(account, account, "陈宇", email, null)).id();
        people.changeContact(id, email, null, locale.equals("en") ? "en" : "zh-CN");
        return people.get(id);
    }

    static List<MimeMessage> received(int count) {
        assertThat(SERVER.waitForIncomingEmail(10_000, count)).isTrue();
        assertThat(SERVER.getReceivedMessages()).hasSize(count);
        return List.of(SERVER.getReceivedMessages());
    }

    static MimeMessage to(List<MimeMessage> mails, String address) throws Exception {
        for (var mail : mails) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                return mail;
            }
        }
        throw new AssertionError("no mail to " + address);
    }

    /** The words as plain text. */
    static String plain(MimeMessage mail) throws Exception {
        return part(mail, 0, "text/plain");
    }

    /** The words as HTML. */
    static String html(MimeMessage mail) throws Exception {
        return part(mail, 1, "text/html");
    }

    private static String part(MimeMessage mail, int index, String type) throws Exception {
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        assertThat(part.getContentType().toLowerCase()).startsWith(type).contains("utf-8");
        return part.getContent().toString().replace("\r\n", "\n");
    }

    List<String> states() {
        return jdbc.queryForList("select state from notify_mail", String.class);
    }

    /** When the only mail is due. */
    Instant due() {
        return value("due_at", Timestamp.class).toInstant();
    }

    <T> T value(String column, Class<T> type) {
        return Objects.requireNonNull(jdbc.queryForObject("select " + column + " from notify_mail", type));
    }
}
