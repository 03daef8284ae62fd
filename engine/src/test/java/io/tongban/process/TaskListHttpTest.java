package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The task list in its orders, and the searches that people keep. */
@ProductTest
class TaskListHttpTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    String leader = "";
    String applicant = "";
    TestClient client = new TestClient(0);

    @BeforeEach
    void somebodyWithTasks() {
        leader = company.employ("列表主管", "sun.lei");
        applicant = company.employ("列表员工", leader);
        client = company.signIn(leader);
    }

    private void ask(String process, String topic) {
        if (process.equals("trial-vote")) {
            desk.ask(applicant, process, "topic", topic, "way", "repeat");
        } else {
            desk.ask(applicant, process, "topic", topic);
        }
    }

    private static List<String> titles(TestClient reader, String query) {
        var titles = new ArrayList<String>();
        var cursor = "";
        do {
            var page = reader.get("/api/tasks?limit=2&" + query + "&cursor=" + cursor)
                    .ok();
            page.at("/items").forEach(item -> titles.add(item.at("/title").asString()));
            cursor = page.at("/next").asString("");
        } while (!cursor.isEmpty());
        return titles;
    }

    @Test
    void the_list_comes_in_the_order_asked_for_page_by_page() {
        ask("trial-request", "甲");
        ask("trial-vote", "乙");
        ask("trial-request", "丙");
        ask("trial-vote", "丁");
        ask("trial-request", "戊");
        assertThat(titles(client, "view=todo")).containsExactly("戊 5 元", "丁", "丙 5 元", "乙", "甲 5 元");
        assertThat(titles(client, "view=todo&sort=oldest")).containsExactly("甲 5 元", "乙", "丙 5 元", "丁", "戊 5 元");
        assertThat(titles(client, "view=todo&sort=process")).containsExactly("戊 5 元", "丙 5 元", "甲 5 元", "丁", "乙");
        assertThat(titles(client, "view=todo&sort=due")).containsExactly("甲 5 元", "乙", "丙 5 元", "丁", "戊 5 元");
        assertThat(titles(client, "view=todo&sort=oldest&process=trial-request"))
                .containsExactly("甲 5 元", "丙 5 元", "戊 5 元");
        assertThat(titles(client, "view=todo&sort=process&q=丁")).containsExactly("丁");

        var asking = company.signIn(applicant);
        assertThat(titles(asking, "view=started&sort=oldest")).containsExactly("甲 5 元", "乙", "丙 5 元", "丁", "戊 5 元");
        assertThat(titles(asking, "view=started&sort=process")).containsExactly("戊 5 元", "丙 5 元", "甲 5 元", "丁", "乙");
        assertThat(titles(asking, "view=started&sort=process&process=trial-vote"))
                .containsExactly("丁", "乙");
    }

    @Test
    void an_order_that_there_is_not_and_a_cursor_of_another_are_refused() {
        ask("trial-request", "甲");
        ask("trial-request", "乙");
        var next = client.get("/api/tasks?limit=1&sort=oldest").ok().at("/next").asString();
        for (var query : List.of(
                "sort=nonsense",
                "view=nonsense",
                "view=started&sort=due",
                "sort=newest&cursor=" + next,
                "cursor=nonsense",
                "cursor=bmV3ZXN0fHg")) {
            assertThat(client.get("/api/tasks?" + query).status()).as(query).isEqualTo(400);
        }
    }

    private static Map<String, @Nullable Object> filter(String name, String view, Object... more) {
        var filter = new HashMap<String, @Nullable Object>(Map.of("name", name, "view", view));
        for (int i = 0; i < more.length; i += 2) {
            filter.put((String) more[i], more[i + 1]);
        }
        return filter;
    }

    private TestClient.Answer keep(int revision, List<?> items) {
        return client.put("/api/tasks/filters", Map.of("items", items, "revision", revision));
    }

    private static List<String> counts(JsonNode filters) {
        return filters.at("/items")
                .valueStream()
                .map(one -> one.at("/name").asString() + one.at("/count").asInt())
                .toList();
    }

    @Test
    void a_search_is_kept_under_a_name_with_how_much_it_finds() {
        ask("trial-request", "采购显示器");
        ask("trial-request", "采购键盘");
        ask("trial-vote", "采购制度");
        assertThat(client.get("/api/tasks/filters").ok().at("/revision").asInt())
                .isZero();
        var kept = keep(
                        0,
                        List.of(
                                filter("采购", "todo", "process", "trial-request", "sort", "due", "opens", true),
                                filter("显示器", "todo", "q", "显示器"),
                                filter("我发起的采购", "started", "q", "采购"),
                                filter("没有了的流程", "todo", "process", "gone")))
                .ok();
        assertThat(counts(kept)).containsExactly("采购2", "显示器1", "我发起的采购0", "没有了的流程0");
        assertThat(kept.at("/items/0/opens").asBoolean()).isTrue();
        assertThat(kept.at("/items/0/sort").asString()).isEqualTo("due");
        assertThat(kept.at("/items/1/sort").asString()).isEqualTo("newest");
        assertThat(kept.at("/items/0/more").asBoolean()).isFalse();

        ask("trial-request", "采购鼠标");
        var grown = client.get("/api/tasks/filters").ok();
        assertThat(counts(grown)).startsWith("采购3");

        // A new order, another name, one less, and the ids stay.
        var moved = keep(
                        1,
                        List.of(
                                filter(
                                        "屏",
                                        "todo",
                                        "q",
                                        "显示器",
                                        "id",
                                        grown.at("/items/1/id").asString()),
                                filter(
                                        "采购",
                                        "todo",
                                        "process",
                                        "trial-request",
                                        "id",
                                        grown.at("/items/0/id").asString())))
                .ok();
        assertThat(counts(moved)).containsExactly("屏1", "采购3");
        assertThat(moved.at("/items/0/id")).isEqualTo(grown.at("/items/1/id"));
        var asking = company.signIn(applicant);
        assertThat(asking.get("/api/tasks/filters").ok().at("/items").isEmpty()).isTrue();
        asking.put("/api/tasks/filters", Map.of("items", List.of(filter("我的采购", "started", "q", "采购")), "revision", 0))
                .ok();
        assertThat(counts(asking.get("/api/tasks/filters").ok())).containsExactly("我的采购4");
    }

    @Test
    void two_pages_do_not_overwrite_each_other_and_what_cannot_be_is_refused() {
        keep(0, List.of(filter("甲", "todo"))).ok();
        var second = keep(0, List.of(filter("乙", "todo")));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.title()).contains("另一个页面");
        assertThat(keep(5, List.of()).status()).isEqualTo(409);
        assertThat(counts(client.get("/api/tasks/filters").ok())).containsExactly("甲0");

        assertThat(keep(
                                1,
                                IntStream.range(0, 21)
                                        .mapToObj(i -> filter("f" + i, "todo"))
                                        .toList())
                        .problem())
                .isEqualTo("process:too-many-filters");
        var taken = keep(1, List.of(filter("Mine", "todo"), filter(" mine ", "done")));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body().at("/errors/0/field").asString()).isEqualTo("items[1].name");
        assertThat(keep(1, List.of(filter(" ", "todo"))).status()).isEqualTo(422);
        assertThat(keep(1, List.of(filter("长".repeat(31), "todo"))).status()).isEqualTo(422);
        for (var wrong : List.of(
                List.of(filter("x", "nonsense")),
                List.of(filter("x", "todo", "sort", "nonsense")),
                List.of(filter("x", "started", "sort", "due")),
                List.of(filter("x", "todo", "q", "长".repeat(101))),
                List.of(filter("x", "todo", "opens", true), filter("y", "todo", "opens", true)),
                Collections.singletonList(null))) {
            assertThat(keep(1, wrong).status()).as(wrong.toString()).isEqualTo(400);
        }
        assertThat(client.put("/api/tasks/filters", Map.of()).status()).isEqualTo(400);
        var ids = new HashSet<String>();
        keep(1, List.of(filter("a", "todo", "id", "same"), filter("b", "todo", "id", "same")))
                .ok()
                .at("/items")
                .forEach(one -> ids.add(one.at("/id").asString()));
        assertThat(ids).hasSize(2);
    }

    @Test
    void whoever_acts_for_another_sees_for_whom_and_the_other_sees_who_acts() {
        var deputy = company.employ("代办人", "he.jing");
        var asked = desk.ask(applicant, "trial-vote", "way", "repeat");
        var task = asked.rows(leader).get(0).id();
        var until = LocalDateTime.ofInstant(clock.instant(), zone).plusDays(2).withNano(0);
        var body = new HashMap<String, @Nullable Object>();
        body.put("deputy", company.id(deputy));
        body.put("from", null);
        body.put("until", until.toString());
        client.post("/api/delegations", body).ok();

        var item = company.signIn(deputy).get("/api/tasks?view=todo").ok().at("/items/0");
        assertThat(item.at("/id").asString()).isEqualTo(task);
        assertThat(item.at("/onBehalfOf/name").asString()).isEqualTo("列表主管");
        var held = company.signIn(deputy).get("/api/tasks/" + task).ok();
        assertThat(held.at("/onBehalfOf/name").asString()).isEqualTo("列表主管");
        assertThat(held.at("/holder").isNull()).isTrue();
        assertThat(held.at("/actions").isEmpty()).isFalse();

        var seen = client.get("/api/tasks/" + task).ok();
        assertThat(seen.at("/holder/name").asString()).isEqualTo("代办人");
        assertThat(seen.at("/actions").isEmpty()).isTrue();
        asked.approves(deputy);
        assertThat(company.signIn(deputy)
                        .get("/api/tasks?view=done")
                        .ok()
                        .at("/items/0/onBehalfOf/name")
                        .asString())
                .isEqualTo("列表主管");
    }
}
