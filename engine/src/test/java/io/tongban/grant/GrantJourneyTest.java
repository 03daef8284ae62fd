package io.tongban.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.process.TestTimers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Permissions from the first click to the end, over HTTP: asked for, decided, used, given back, taken away, expired. */
@ProductTest
class GrantJourneyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    TestCompany company;

    @Autowired
    Roles roles;

    @Autowired
    People people;

    @Autowired
    Departments departments;

    @Autowired
    TestTimers timers;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String account = "";
    private String owner = "";
    private String it = "";
    private TestClient lin = new TestClient(0);
    private TestClient gao = new TestClient(0);

    @BeforeEach
    void somebodyNew() {
        account = company.employ("林晓", "zhao.min");
        owner = company.employ("石韵", "he.jing");
        it = company.employ("周亦霆", "sun.lei");
        roles.grant(company.id(it), "it");
        lin = company.signIn(account);
        gao = company.signIn("gao.admin");
    }

    @Test
    void the_same_call_answers_403_then_200_and_403_again_once_it_has_expired() {
        var thing = thing("data", "permission:leave.manage", 90);
        assertThat(looksAtBalances()).isEqualTo(403);

        var request = ask(thing, "until", TODAY.plusDays(30).toString());
        assertThat(act("zhao.min", request, "approve")).isEqualTo("running");
        assertThat(looksAtBalances()).as("one of two approvals").isEqualTo(403);
        assertThat(act(owner, request, "approve")).isEqualTo("approved");

        assertThat(looksAtBalances()).isEqualTo(200);
        assertThat(lin.get("/api/me").text()).contains("leave.manage");
        var item = mine();
        assertThat(item.path("until").asString()).isEqualTo("2026-12-23");
        assertThat(timers.dueAt(request, "Timer_Expiry")).contains(Instant.parse("2026-12-23T16:00:00Z"));

        jdbc.update(
                "update access_entitlement set ends_at = ? where id = ?",
                Timestamp.from(Instant.parse("2026-11-23T01:00:00Z")),
                request);

        assertThat(looksAtBalances())
                .as("the very next call of the same session")
                .isEqualTo(403);

        timers.fire(request, "Timer_Expiry");
        assertThat(mine().isMissingNode()).isTrue();
        assertThat(lin.get("/api/grants?past=true").ok().at("/items/0/ending").asString())
                .isEqualTo("expired");
        assertThat(notices(lin)).contains("已于 12月23日 到期");
        assertThat(notices(company.signIn(owner))).contains("林晓的“看假期余额”已于 12月23日 到期");
        assertThat(status(request)).isEqualTo("approved");
    }

    @Test
    void a_role_makes_its_holder_one_of_those_who_get_its_work() {
        var thing = thing("role", "role:office", null);
        var request = ask(thing);
        act("zhao.min", request, "approve");
        act(owner, request, "approve");

        assertThat(lin.get("/api/me").ok().path("roles").toString()).contains("office");
        assertThat(roles.members("office")).contains(company.id(account));
        assertThat(roles.rolesOf(company.id(account))).as("not for good").doesNotContain("office");
        var saved = gao.put("/api/people/" + company.id(account) + "/roles", Map.of("roles", List.of()));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(lin.get("/api/me").ok().path("roles").toString()).contains("office");

        assertThat(lin.post("/api/grants/" + request + "/give-back", Map.of("comment", "不再需要"))
                        .status())
                .isEqualTo(204);

        assertThat(lin.get("/api/me").ok().path("roles").toString()).doesNotContain("office");
        assertThat(lin.post("/api/grants/" + request + "/give-back", Map.of()).problem())
                .isEqualTo("grant:ended-already");
        assertThat(notices(company.signIn(owner))).contains("林晓归还了“看假期余额”");
        assertThat(lin.get("/api/requests/" + request).ok().path("timeline").toString())
                .contains("grant.returned");
    }

    @Test
    void what_has_no_end_lasts_until_the_year_2999() {
        var thing = thing("data", "permission:leave.manage", null);
        var request = ask(thing);
        act("zhao.min", request, "approve");
        act(owner, request, "approve");

        assertThat(looksAtBalances()).isEqualTo(200);
        assertThat(jdbc.queryForObject(
                        "select ends_at from access_entitlement where id = ?", LocalDateTime.class, request))
                .isEqualTo("2999-12-31T00:00:00");
        assertThat(timers.dueAt(request, "Timer_Expiry")).contains(Instant.parse("2999-12-31T00:00:00Z"));
        assertThat(mine().path("until").isNull()).isTrue();

        assertThat(lin.post("/api/grants/" + request + "/give-back", Map.of()).status())
                .isEqualTo(204);
        assertThat(looksAtBalances()).isEqualTo(403);
    }

    @Test
    void who_asks_while_the_thing_is_being_taken_out_of_the_catalogue_is_refused() throws Exception {
        var thing = thing("data", "permission:leave.manage", null);
        var asking = new CompletableFuture<TestClient.Answer>();
        transaction.executeWithoutResult(t -> {
            jdbc.update("update grant_thing set offered = false where id = ?", thing);
            asking.completeAsync(() -> submit(body(thing)));
            // It waits for the thing before it looks at it.
            assertThat(asking).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);
        });
        assertThat(asking.get().problem()).isEqualTo("grant:not-offered");
    }

    @Test
    void the_owner_sees_who_holds_it_and_takes_it_away_with_a_reason() {
        var thing = thing("data", "permission:leave.manage", null);
        var request = granted(thing);
        var shi = company.signIn(owner);

        var owned = shi.get("/api/grants/owned").ok().at("/items/0");
        assertThat(owned.path("id").asString()).isEqualTo(thing);
        assertThat(owned.path("held").asInt()).isEqualTo(1);
        var holder = shi.get("/api/grants/things/" + thing + "/holders").ok().at("/items/0");
        assertThat(holder.at("/holder/name").asString()).isEqualTo("林晓");
        assertThat(company.signIn("wu.xs")
                        .get("/api/grants/things/" + thing + "/holders")
                        .status())
                .isEqualTo(404);
        assertThat(company.signIn("wu.xs")
                        .post("/api/grants/" + request + "/revoke", Map.of("comment", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(lin.post("/api/grants/" + request + "/revoke", Map.of("comment", "x"))
                        .status())
                .isEqualTo(404);

        assertThat(shi.post("/api/grants/" + request + "/revoke", Map.of("comment", " "))
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("comment");
        assertThat(shi.post("/api/grants/" + request + "/revoke", Map.of("comment", "项目已结束"))
                        .status())
                .isEqualTo(204);

        assertThat(looksAtBalances()).isEqualTo(403);
        assertThat(notices(lin)).contains("“看假期余额”已被收回，原因：项目已结束");
    }

    @Test
    void it_takes_away_what_it_does_not_own() {
        var request = granted(thing("data", "permission:leave.manage", null));

        assertThat(company.signIn(it)
                        .post("/api/grants/" + request + "/revoke", Map.of("comment", "安全检查"))
                        .status())
                .isEqualTo(204);

        assertThat(looksAtBalances()).isEqualTo(403);
    }

    @Test
    void a_special_function_goes_to_it_and_never_to_the_owner() {
        var request = ask(thing("special", "permission:process.administer", null));
        act("zhao.min", request, "approve");

        assertThat(company.signIn(owner).get("/api/requests/" + request).status())
                .isEqualTo(404);
        assertThat(act(it, request, "approve")).isEqualTo("approved");
    }

    @Test
    void what_the_product_does_not_own_is_opened_and_closed_by_it() {
        var request = ask(thing("app", null, null), "until", TODAY.plusDays(20).toString());
        act("zhao.min", request, "approve");
        assertThat(act(owner, request, "approve")).isEqualTo("running");

        assertThat(mine().isMissingNode()).as("not yet opened").isTrue();
        var title = title(request);
        assertThat(act(it, request, "complete", Map.of("opened", "账号 linxiao"))).isEqualTo("approved");

        assertThat(title(request)).isEqualTo(title).doesNotStartWith("，");
        assertThat(mine().path("external").asBoolean()).isTrue();
        assertThat(lin.get("/api/requests/" + request).ok().path("answers").toString())
                .contains("账号 linxiao");
        timers.fire(request, "Timer_Remind");
        assertThat(notices(lin)).contains("请提前续期");
        timers.fire(request, "Timer_Expiry");
        assertThat(step(request)).isEqualTo("IT 关闭");
        act(it, request, "complete");
        assertThat(status(request)).isEqualTo("approved");
        assertThat(lin.get("/api/requests/" + request).ok().path("openTasks")).isEmpty();
    }

    @Test
    void what_cannot_be_opened_is_rejected_and_holds_nothing() {
        var request = ask(thing("app", null, null));
        act("zhao.min", request, "approve");
        act(owner, request, "approve");

        assertThat(act(it, request, "reject")).isEqualTo("rejected");

        assertThat(mine().isMissingNode()).isTrue();
    }

    @Test
    void nobody_grants_their_own_request() {
        var thing = thing("data", "permission:leave.manage", null);
        lin = company.signIn(owner);
        account = owner;
        var request = ask(thing);
        act("he.jing", request, "approve");

        assertThat(lin.get("/api/requests/" + request)
                        .ok()
                        .at("/openTasks/0/holders")
                        .toString())
                .as("the head of the department that the thing belongs to")
                .contains("孙磊")
                .doesNotContain("石韵");
    }

    @Test
    void it_does_not_open_its_own_request() {
        lin = company.signIn(it);
        account = it;
        var request = ask(thing("special", "permission:process.administer", null));
        act("sun.lei", request, "approve");

        assertThat(lin.get("/api/requests/" + request)
                        .ok()
                        .at("/openTasks/0/holders")
                        .toString())
                .doesNotContain(company.id(it));
    }

    @Test
    void what_an_absent_owner_granted_goes_to_the_head_of_the_department() {
        var thing = thing("data", "permission:leave.manage", null);
        var asked = ask(thing);
        var request = granted("wu.xs", thing);
        people.setPresent(company.id(owner), false);

        act("zhao.min", asked, "approve");
        assertThat(step(asked)).isEqualTo("资源负责人或 IT 审批");
        assertThat(lin.get("/api/requests/" + asked)
                        .ok()
                        .at("/openTasks/0/holders")
                        .toString())
                .contains("孙磊");
        var sun = company.signIn("sun.lei");
        assertThat(sun.get("/api/grants/owned?limit=100").text()).contains(thing);
        assertThat(sun.post("/api/grants/" + request + "/revoke", Map.of("comment", "负责人已离职"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void what_waits_for_an_owner_who_leaves_goes_on_to_the_head() {
        var request = ask(thing("data", "permission:leave.manage", null));
        act("zhao.min", request, "approve");

        people.setPresent(company.id(owner), false);

        assertThat(notices(company.signIn("sun.lei"))).contains("看假期余额");
        assertThat(act("sun.lei", request, "approve")).isEqualTo("approved");
        assertThat(looksAtBalances()).isEqualTo(200);
    }

    @Test
    void without_any_head_it_goes_to_the_administrator() {
        var root = departments.root().orElseThrow().id();
        var thing = thing("data", "permission:leave.manage", null, root, owner);
        var request = ask(thing);
        people.setPresent(company.id(owner), false);
        departments.setHead(root, null);
        try {
            act("zhao.min", request, "approve");

            assertThat(act("gao.admin", request, "approve")).isEqualTo("approved");
            assertThat(gao.get("/api/grants/owned?limit=100").text()).contains(thing);
        } finally {
            departments.setHead(root, company.id("he.jing"));
        }
    }

    @Test
    void what_a_department_holds_follows_who_joins_and_who_leaves() {
        var head = company.employ("组长", "sun.lei");
        var team = departments.add(
                company.development(), "小组" + UUID.randomUUID().toString().substring(0, 8), 9);
        departments.join(company.id(head), team.id(), "组长", true);
        departments.setHead(team.id(), company.id(head));
        var thing = thing("data", "permission:leave.manage", null);
        lin = company.signIn(head);
        assertThat(company.signIn(account)
                        .post("/api/requests", body(thing, "forWhom", "department", "department", team.id()))
                        .problem())
                .isEqualTo("grant:not-head");
        var request = ask(thing, "forWhom", "department", "department", team.id());
        act("sun.lei", request, "approve");
        act(owner, request, "approve");

        var member = company.signIn(account);
        assertThat(looksAtBalances()).isEqualTo(200);
        assertThat(looksAtBalances(member)).isEqualTo(403);
        departments.join(company.id(account), team.id(), "工程师", false);
        assertThat(looksAtBalances(member)).as("joined").isEqualTo(200);
        var item = member.get("/api/grants").ok().at("/items/0");
        assertThat(item.at("/department/name").asString()).startsWith("小组");
        assertThat(item.path("mayGiveBack").asBoolean()).isFalse();
        assertThat(member.post("/api/grants/" + request + "/give-back", Map.of())
                        .problem())
                .isEqualTo("grant:head-gives-back");
        departments.leave(company.id(account), team.id());
        assertThat(looksAtBalances(member)).as("left").isEqualTo(403);
        assertThat(lin.post("/api/grants/" + request + "/give-back", Map.of()).status())
                .isEqualTo(204);
        assertThat(looksAtBalances()).isEqualTo(403);
    }

    @Test
    void what_decides_over_others_is_never_held_by_a_whole_department() {
        var thing = thing("role", "role:administrator", null);
        var lei = company.signIn("sun.lei");
        var asked = body(thing, "forWhom", "department", "department", company.development());
        assertThat(lei.post("/api/requests", asked).problem()).isEqualTo("grant:person-only");
    }

    @Test
    void a_renewal_takes_the_place_of_what_was_held() {
        var thing = thing("data", "permission:leave.manage", 90);
        var first = ask(thing, "until", TODAY.plusDays(10).toString());
        act("zhao.min", first, "approve");
        act(owner, first, "approve");
        assertThat(submit(body(thing, "until", TODAY.plusDays(10).toString())).problem())
                .isEqualTo("grant:held-as-long");

        var second = ask(thing, "until", TODAY.plusDays(60).toString());
        assertThat(mine().at("/renewal/id").asString()).isEqualTo(second);
        assertThat(submit(body(thing, "until", TODAY.plusDays(70).toString())).problem())
                .isEqualTo("grant:asked-already");
        act("zhao.min", second, "approve");
        act(owner, second, "approve");

        assertThat(lin.get("/api/grants").ok().path("items")).hasSize(1);
        assertThat(mine().path("until").asString()).isEqualTo("2027-01-22");
        timers.fire(first, "Timer_Expiry");
        assertThat(looksAtBalances()).as("the first one is over").isEqualTo(200);
        assertThat(notices(lin)).doesNotContain("系统已收回");
        company.signIn(owner).post("/api/grants/" + second + "/revoke", Map.of("comment", "到此为止"));
        assertThat(looksAtBalances()).as("nothing of the first one is left").isEqualTo(403);
    }

    @Test
    void what_is_asked_for_is_checked_before_anybody_is_bothered() {
        var thing = thing("data", "permission:leave.manage", 30);

        assertThat(submit(body(thing)).problem()).isEqualTo("grant:until-needed");
        assertThat(submit(body(thing, "until", "2026-11-22")).problem()).isEqualTo("grant:until-past");
        var far = submit(body(thing, "until", "2026-12-24"));
        assertThat(far.problem()).isEqualTo("grant:until-too-far");
        assertThat(far.title()).isEqualTo("最长可以用 30 天，请选择 12月23日 或更早的日期。");
        var hidden = thing("data", "permission:leave.manage", null);
        var entry = entry("data", "permission:leave.manage", null, company.development(), owner);
        entry.put("offered", false);
        entry.put("revision", 0);
        gao.put("/api/grants/things/" + hidden, entry).ok();
        assertThat(submit(body(hidden)).status()).isEqualTo(422);
    }

    @Test
    void it_keeps_the_catalogue_but_does_not_put_rights_of_the_product_into_it() {
        var zhou = company.signIn(it);

        assertThat(lin.get("/api/grants/things").status()).isEqualTo(403);
        assertThat(zhou.post("/api/grants/things", entry("app", null, null, company.development(), owner))
                        .status())
                .isEqualTo(201);
        var above =
                zhou.post("/api/grants/things", entry("role", "role:administrator", null, company.development(), it));
        assertThat(above.status()).isEqualTo(403);
        assertThat(above.problem()).isEqualTo("grant:effect-above");
        var known = thing("role", "role:administrator", null);
        var taken = entry("role", "role:administrator", null, company.development(), it);
        taken.put("revision", 0);
        assertThat(zhou.put("/api/grants/things/" + known, taken).status())
                .as("to become its owner would be as good")
                .isEqualTo(403);
        taken.put("revision", 7);
        assertThat(gao.put("/api/grants/things/" + known, taken).problem()).isEqualTo("grant:thing-changed");
        var slips =
                gao.post("/api/grants/things", entry("app", "permission:no.such", null, company.development(), owner));
        assertThat(slips.body().at("/errors/0/field").asString()).isEqualTo("effect");
    }

    @Test
    void whoever_leaves_takes_nothing_along() {
        var thing = thing("app", null, null);
        var request = ask(thing);
        act("zhao.min", request, "approve");
        act(owner, request, "approve");
        act(it, request, "complete");

        people.setPresent(company.id(account), false);

        assertThat(company.signIn(owner)
                        .get("/api/grants/things/" + thing + "/holders")
                        .ok()
                        .path("items"))
                .isEmpty();
        assertThat(company.signIn(it)
                        .get("/api/requests/" + request)
                        .ok()
                        .at("/openTasks/0/step")
                        .asString())
                .isEqualTo("IT 关闭");
    }

    @Test
    void colleagues_do_not_see_what_others_ask_for() {
        var request = ask(thing("data", "permission:leave.manage", null));

        assertThat(company.signIn("wu.xs")
                        .get("/api/grants/facts?request=" + request)
                        .status())
                .isEqualTo(404);
        var facts = company.signIn("zhao.min")
                .get("/api/grants/facts?request=" + request)
                .ok();
        assertThat(facts.at("/holder/name").asString()).isEqualTo("林晓");
        assertThat(facts.path("permits").toString()).contains("管理假期余额");
    }

    private String granted(String thing) {
        return granted(account, thing);
    }

    private String granted(String who, String thing) {
        var before = lin;
        lin = company.signIn(who);
        var request = ask(thing);
        lin = before;
        act(who.equals("wu.xs") ? "he.jing" : "zhao.min", request, "approve");
        assertThat(act(owner, request, "approve")).isEqualTo("approved");
        return request;
    }

    private String thing(String kind, @Nullable String effect, @Nullable Integer longest) {
        return thing(kind, effect, longest, company.development(), owner);
    }

    private String thing(
            String kind, @Nullable String effect, @Nullable Integer longest, String department, String owner) {
        return gao.post("/api/grants/things", entry(kind, effect, longest, department, owner))
                .ok()
                .path("id")
                .asString();
    }

    private Map<String, Object> entry(
            String kind, @Nullable String effect, @Nullable Integer longest, String department, String owner) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("kind", kind);
        entry.put("name", "看假期余额");
        entry.put("nameEn", "Leave balances");
        entry.put("department", department);
        entry.put("owner", company.id(owner));
        if (effect != null) {
            entry.put("effect", effect);
        }
        if (longest != null) {
            entry.put("longestDays", longest);
        }
        return entry;
    }

    private Map<String, Object> body(String thing, Object... more) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("thing", thing);
        answers.put("forWhom", "me");
        answers.put("reason", "核对部门考勤");
        for (int i = 0; i < more.length; i += 2) {
            answers.put((String) more[i], more[i + 1]);
        }
        return Map.of("process", "permission-request", "answers", answers);
    }

    private TestClient.Answer submit(Map<String, Object> body) {
        return lin.post("/api/requests", body, UUID.randomUUID().toString());
    }

    private String ask(String thing, Object... more) {
        return submit(body(thing, more)).ok().path("id").asString();
    }

    private String act(String who, String request, String action) {
        return act(who, request, action, Map.of());
    }

    /** Acts on the open task as this person and answers the request's status afterwards. */
    private String act(String who, String request, String action, Map<String, Object> answers) {
        var person = company.signIn(who);
        var task = person.get("/api/requests/" + request).ok().at("/openTasks/0");
        return person.post(
                        "/api/tasks/" + task.path("id").asString() + "/" + action,
                        Map.of("comment", "知道了", "answers", answers),
                        UUID.randomUUID().toString())
                .ok()
                .at("/request/status")
                .asString();
    }

    private String step(String request) {
        return lin.get("/api/requests/" + request).ok().at("/openTasks/0/step").asString();
    }

    private String title(String request) {
        return lin.get("/api/requests/" + request).ok().path("title").asString();
    }

    private String status(String request) {
        return lin.get("/api/requests/" + request).ok().path("status").asString();
    }

    private JsonNode mine() {
        return lin.get("/api/grants").ok().at("/items/0");
    }

    private int looksAtBalances() {
        return looksAtBalances(lin);
    }

    private int looksAtBalances(TestClient who) {
        return who.get("/api/leaves/people/" + company.id("chen.yu") + "/balances")
                .status();
    }

    private static String notices(TestClient who) {
        var titles = new ArrayList<String>();
        StreamSupport.stream(
                        who.get("/api/notifications?limit=50")
                                .ok()
                                .path("items")
                                .spliterator(),
                        false)
                .forEach(item -> titles.add(item.path("title").asString()));
        return String.join("\n", titles);
    }
}
