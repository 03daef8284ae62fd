package io.tongban.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class ContactsTest {

    @Autowired
    TestCompany company;

    private static List<String> names(TestClient client, String path) {
        return client.get(path)
                .ok()
                .path("items")
                .valueStream()
                .map(p -> p.path("name").asString())
                .toList();
    }

    @Test
    void colleagues_are_found_by_name_sound_initials_and_number() {
        var me = company.signIn("wu.xs");
        for (var query : List.of("陈宇", "陈", "chenyu", "Chen%20Yu", "CY", "yf004", "004")) {
            assertThat(names(
                            me,
                            "/api/people?q="
                                    + java.net.URLEncoder.encode(
                                            query.replace("%20", " "), java.nio.charset.StandardCharsets.UTF_8)))
                    .as(query)
                    .contains("陈宇");
        }
        assertThat(names(me, "/api/people?q=zzzzzz")).isEmpty();
        assertThat(names(me, "/api/people?q=%25")).isEmpty();
        assertThat(names(me, "/api/people?q=_")).isEmpty();
        assertThat(names(me, "/api/people?q='")).doesNotContain("陈宇");
    }

    @Test
    void a_department_shows_its_people_with_those_of_its_sub_departments() {
        var me = company.signIn("wu.xs");
        assertThat(names(me, "/api/people?limit=100&department=" + company.sales()))
                .contains("吴小山")
                .doesNotContain("陈宇");
        var tree = me.get("/api/departments").ok().path("items");
        var root = tree.valueStream()
                .filter(d -> d.path("parentId").isNull())
                .findFirst()
                .orElseThrow();
        assertThat(root.path("name").asString()).isEqualTo("云帆科技");
        assertThat(root.path("heads").path(0).path("name").asString()).isEqualTo("何静");
        assertThat(root.path("members").asInt()).isGreaterThanOrEqualTo(7);
        for (var name : List.of("吴小山", "陈宇", "何静")) {
            assertThat(names(
                            me,
                            "/api/people?q="
                                    + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                                    + "&department=" + root.path("id").asString()))
                    .contains(name);
        }
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        var me = company.signIn("wu.xs");
        var seen = new ArrayList<String>();
        String path = "/api/people?limit=3";
        while (true) {
            var page = me.get(path).ok();
            page.path("items").valueStream().forEach(p -> seen.add(p.path("id").asString()));
            if (page.path("next").isNull()) {
                break;
            }
            path = "/api/people?limit=3&cursor=" + page.path("next").asString();
        }
        assertThat(seen).doesNotHaveDuplicates().contains(company.id("chen.yu"), company.id("zhao.min"));
        assertThat(me.get("/api/people?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void the_card_shows_departments_position_and_leader() {
        var card = company.signIn("wu.xs")
                .get("/api/people/" + company.id("chen.yu"))
                .ok();
        assertThat(card.path("leader").path("name").asString()).isEqualTo("赵敏");
        assertThat(card.path("departments").path(0).path("name").asString()).isEqualTo("研发部");
        assertThat(card.path("departments").path(0).path("main").asBoolean()).isTrue();
        var head = company.signIn("wu.xs")
                .get("/api/people/" + company.id("sun.lei"))
                .ok();
        assertThat(head.path("departments").path(0).path("head").asBoolean()).isTrue();
        assertThat(company.signIn("wu.xs").get("/api/people/no-such-id").status())
                .isEqualTo(404);
    }

    @Test
    void everybody_changes_the_own_contact_details() {
        var me = company.signIn(company.employ("自助修改者", null));
        var changed = me.put("/api/me", Map.of("email", "me@example.com", "phone", "+86 139 0000 0000", "locale", "en"))
                .ok();
        assertThat(changed.path("email").asString()).isEqualTo("me@example.com");
        assertThat(changed.path("locale").asString()).isEqualTo("en");
        var refused = me.put("/api/me", Map.of("email", "not an address"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("email");
    }

    @Test
    void whoever_manages_the_organisation_adds_and_changes_people() {
        var hr = company.signIn("wang.hr");
        var made = hr.post(
                "/api/people",
                Map.of(
                        "account", "new.colleague",
                        "number", "YF900",
                        "name", "欧阳新",
                        "department", company.sales(),
                        "position", "销售代表",
                        "leader", company.id("wu.xs")));
        assertThat(made.status()).isEqualTo(201);
        var id = made.body().path("id").asString();
        assertThat(company.anonymous()
                        .login("new.colleague", made.body().path("password").asString())
                        .body()
                        .path("next")
                        .asString())
                .isEqualTo("change-password");
        var change = new HashMap<String, Object>(Map.of(
                "name",
                "欧阳新",
                "number",
                "YF901",
                "department",
                company.development(),
                "leader",
                company.id("zhao.min")));
        var card = hr.put("/api/people/" + id, change).ok();
        assertThat(card.path("departments").size()).isEqualTo(1);
        assertThat(card.path("departments").path(0).path("name").asString()).isEqualTo("研发部");
        assertThat(card.path("leader").path("name").asString()).isEqualTo("赵敏");
        change.put("leader", id);
        assertThat(hr.put("/api/people/" + id, change).status()).isEqualTo(422);
        change.put("leader", "");
        change.put("present", false);
        assertThat(hr.put("/api/people/" + id, change).ok().path("present").asBoolean())
                .isFalse();
        assertThat(names(hr, "/api/people?q=ouyangxin")).isEmpty();
    }

    @Test
    void a_taken_login_name_is_refused_at_its_field() {
        var refused = company.signIn("wang.hr")
                .post(
                        "/api/people",
                        Map.of("account", "chen.yu", "number", "YF999", "name", "重名", "department", company.sales()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("org:account-taken");
    }

    @Test
    void departments_are_added_and_changed_by_managers_and_never_in_a_circle() {
        var hr = company.signIn("wang.hr");
        var made = hr.post("/api/departments", Map.of("parentId", company.sales(), "name", "华东大区", "sort", 1));
        assertThat(made.status()).isEqualTo(201);
        var id = made.body().path("id").asString();
        assertThat(hr.put(
                                "/api/departments/" + id,
                                Map.of("parentId", company.sales(), "name", "华东区", "head", company.id("wu.xs")))
                        .ok()
                        .path("name")
                        .asString())
                .isEqualTo("华东区");
        assertThat(hr.put("/api/departments/" + company.sales(), Map.of("parentId", id, "name", "销售部"))
                        .status())
                .isEqualTo(422);
        assertThat(hr.post("/api/departments", Map.of("parentId", "nowhere", "name", "X"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void employees_may_not_manage() {
        var employee = company.signIn("chen.yu");
        var id = company.id("wu.xs");
        assertThat(employee.post("/api/people", Map.of()).status()).isEqualTo(403);
        assertThat(employee.put("/api/people/" + id, Map.of()).status()).isEqualTo(403);
        assertThat(employee.post("/api/people/" + id + "/reset-password", null).status())
                .isEqualTo(403);
        assertThat(employee.post("/api/departments", Map.of()).status()).isEqualTo(403);
        assertThat(employee.get("/api/roles").status()).isEqualTo(403);
        assertThat(company.signIn("wang.hr").get("/api/roles").problem()).isEqualTo("kernel:forbidden");
    }

    @Test
    void nobody_resets_the_password_of_whoever_may_do_more() {
        var refused =
                company.signIn("wang.hr").post("/api/people/" + company.id("gao.admin") + "/reset-password", null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("access:reset-above");
    }

    @Test
    void administrators_give_and_take_roles_but_one_administrator_remains() {
        var admin = company.signIn("gao.admin");
        var person = company.employ("将任财务", null);
        var path = "/api/people/" + company.id(person) + "/roles";
        assertThat(admin.put(path, Map.of("roles", List.of("finance", "designer")))
                        .ok()
                        .toString())
                .contains("finance", "designer", "employee");
        assertThat(company.signIn(person)
                        .get("/api/me")
                        .ok()
                        .path("permissions")
                        .toString())
                .contains("process.design");
        assertThat(admin.put(path, Map.of("roles", List.of("finance"))).ok().toString())
                .doesNotContain("designer");
        assertThat(admin.put(path, Map.of("roles", List.of("no-such-role"))).status())
                .isEqualTo(422);
        var last = admin.put("/api/people/" + company.id("gao.admin") + "/roles", Map.of("roles", List.of()));
        assertThat(last.status()).isEqualTo(422);
        assertThat(last.problem()).isEqualTo("access:last-administrator");
        assertThat(admin.language("en").get("/api/roles").text()).contains("Process designer");
    }
}
