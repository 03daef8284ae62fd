package io.tongban.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class NotifyHttpTest {

    @Autowired
    TestCompany company;

    @Autowired
    Notifications notifications;

    @Autowired
    Hints hints;

    @Autowired
    EventStreams streams;

    @Autowired
    TransactionTemplate transaction;

    final List<Tab> tabs = new ArrayList<>();
    TestClient person = new TestClient(0);
    TestClient other = new TestClient(0);
    String id = "";

    /** One open page that listens. */
    static final class Tab {

        final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        final BlockingQueue<String> beats = new LinkedBlockingQueue<>();
        final InputStream stream;
        volatile boolean ended;

        Tab(TestClient client) throws Exception {
            var response = HttpClient.newHttpClient()
                    .send(
                            client.request("/api/events")
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            stream = response.body();
            var reader = new Thread(this::read);
            reader.setDaemon(true);
            reader.start();
            assertThat(lines.poll(5, TimeUnit.SECONDS)).isEqualTo("retry:3000");
            assertThat(lines.poll(5, TimeUnit.SECONDS)).isEqualTo(":connected");
        }

        private void read() {
            try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    // A heartbeat may come at any moment; it is no hint.
                    if (line.equals(":")) {
                        beats.add(line);
                    } else if (!line.isEmpty()) {
                        lines.add(line);
                    }
                }
            } catch (IOException closed) {
                // The test closed the page.
            }
            ended = true;
        }

        @Nullable
        String next() throws InterruptedException {
            return lines.poll(5, TimeUnit.SECONDS);
        }

        void assertSilence() throws InterruptedException {
            assertThat(lines.poll(400, TimeUnit.MILLISECONDS)).isNull();
        }

        void assertHint(String data) throws InterruptedException {
            assertThat(next()).isEqualTo("event:hint");
            assertThat(next()).isEqualTo("data:" + data);
        }
    }

    @BeforeEach
    void signIn() {
        var account = company.employ("乔木", null);
        person = company.signIn(account);
        id = company.id(account);
        other = company.signIn(company.employ("林夕", null));
    }

    @AfterEach
    void closeTabs() throws IOException {
        for (var tab : tabs) {
            tab.stream.close();
        }
    }

    @Test
    void a_hint_arrives_after_commit_on_every_open_page_of_the_person() throws Exception {
        var first = open(person);
        var second = open(person);
        var stranger = open(other);

        transaction.executeWithoutResult(t -> {
            hints.send(List.of(id), "tasks");
            hints.send(List.of(id), "tasks", "requests/1");
            silent(first);
        });

        first.assertHint("{\"topics\":[\"tasks\",\"requests/1\"]}");
        second.assertHint("{\"topics\":[\"tasks\",\"requests/1\"]}");
        stranger.assertSilence();
    }

    @Test
    void a_page_that_is_just_opening_hears_what_was_said_the_moment_before() throws Exception {
        transaction.executeWithoutResult(t -> hints.send(List.of(id), "requests/1"));

        open(other).assertSilence();
        open(person).assertHint("{\"topics\":[\"requests/1\"]}");
    }

    @Test
    void nothing_is_said_about_what_was_rolled_back() throws Exception {
        var tab = open(person);

        transaction.executeWithoutResult(t -> {
            hints.send(List.of(id), "tasks");
            notifications.send(notice("年假"));
            t.setRollbackOnly();
        });

        tab.assertSilence();
        assertThat(unread(person)).isZero();
    }

    @Test
    void a_notice_hints_and_counts_until_it_is_read() throws Exception {
        var tab = open(person);

        notifications.send(notice("陈宇 <b>"));
        tab.assertHint("{\"topics\":[\"notifications\"]}");
        notifications.send(notice("赵敏"));
        tab.assertHint("{\"topics\":[\"notifications\"]}");
        assertThat(unread(person)).isEqualTo(2);
        assertThat(unread(other)).isZero();

        var items = person.get("/api/notifications").ok().path("items");
        assertThat(items).hasSize(2);
        var oldest = items.get(1);
        assertThat(oldest.path("title").asString()).isEqualTo("测试通知：陈宇 <b>");
        assertThat(oldest.path("kind").asString()).isEqualTo("notify.test");
        assertThat(oldest.path("link").asString()).isEqualTo("/requests/1");
        assertThat(oldest.path("read").asBoolean()).isFalse();
        assertThat(oldest.path("at").asString()).matches("20\\d\\d-\\d\\d-\\d\\dT.*Z");

        var path = "/api/notifications/" + oldest.path("id").asString() + "/read";
        assertThat(other.post(path, null).status()).isEqualTo(404);
        assertThat(person.post(path, null).ok().path("unread").asInt()).isOne();
        tab.assertHint("{\"topics\":[\"notifications\"]}");
        assertThat(person.post("/api/notifications/read-all", null)
                        .ok()
                        .path("unread")
                        .asInt())
                .isZero();
        assertThat(person.get("/api/notifications")
                        .ok()
                        .path("items")
                        .get(0)
                        .path("read")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_list_is_read_page_by_page_in_the_readers_language() {
        for (int i = 1; i <= 3; i++) {
            notifications.send(notice("" + i));
        }

        var first = person.language("en").get("/api/notifications?limit=2").ok();
        var second = person.get("/api/notifications?limit=2&cursor="
                        + first.path("next").asString())
                .ok();

        assertThat(first.path("items").get(0).path("title").asString()).isEqualTo("A test notice: 3");
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").get(0).path("title").asString()).isEqualTo("A test notice: 1");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(person.get("/api/notifications?limit=0").ok().path("items")).hasSize(1);
        assertThat(person.get("/api/notifications?limit=x").status()).isEqualTo(400);
    }

    @Test
    void an_idle_page_hears_a_heartbeat_and_a_closed_one_is_forgotten() throws Exception {
        int before = streams.open();
        var staying = open(person);
        var closing = open(person);
        assertThat(streams.open()).isEqualTo(before + 2);

        streams.heartbeat();
        assertThat(staying.beats.poll(5, TimeUnit.SECONDS)).isEqualTo(":");
        closing.stream.close();
        for (int i = 0; i < 50 && streams.open() > before + 1; i++) {
            streams.heartbeat();
            Thread.sleep(50);
        }

        assertThat(streams.open()).isEqualTo(before + 1);
    }

    @Test
    void signing_out_ends_the_pages_of_that_session_only() throws Exception {
        var here = open(person);
        var account = Objects.requireNonNull(
                person.get("/api/me").ok().path("account").asString());
        var elsewhere = open(company.signIn(account));

        person.post("/api/logout", null).ok();
        streams.endWithSession();

        for (int i = 0; i < 100 && !here.ended; i++) {
            Thread.sleep(50);
        }
        assertThat(here.ended).isTrue();
        assertThat(elsewhere.ended).isFalse();
        hints.send(List.of(id), "tasks");
        elsewhere.assertHint("{\"topics\":[\"tasks\"]}");
    }

    @Test
    void a_person_cannot_open_pages_without_end() throws Exception {
        for (int i = 0; i < EventStreams.MOST_PER_PERSON; i++) {
            open(person);
        }

        var refused = person.get("/api/events");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("notify:too-many-pages");
        open(other);
    }

    @Test
    void only_who_is_signed_in_listens() {
        assertThat(company.anonymous().get("/api/events").status()).isEqualTo(401);
        assertThat(company.anonymous().get("/api/notifications").status()).isEqualTo(401);
        assertThat(company.anonymous().get("/api/notifications/count").status()).isEqualTo(401);
    }

    private Tab open(TestClient client) throws Exception {
        var tab = new Tab(client);
        tabs.add(tab);
        return tab;
    }

    private static void silent(Tab tab) {
        try {
            tab.assertSilence();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static int unread(TestClient client) {
        return client.get("/api/notifications/count").ok().path("unread").asInt();
    }

    private Notice notice(String text) {
        return new Notice(List.of(id, id), "notify.test", List.of(text), "/requests/1", null);
    }
}
