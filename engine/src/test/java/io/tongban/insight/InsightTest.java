package io.tongban.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.TestTime;
import io.tongban.process.Desk;
import io.tongban.process.Drawing;
import io.tongban.process.Requests;
import io.tongban.process.TestTimers;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Small histories of which every number is known, and who sees which of them. */
@ProductTest
class InsightTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int HOUR = 3_600;

    @Autowired
    Desk desk;

    @Autowired
    Drawing drawing;

    @Autowired
    Follower follower;

    @Autowired
    Requests requests;

    @Autowired
    TestTimers timers;

    @Autowired
    TestCompany company;

    @Autowired
    TestTime time;

    @BeforeEach
    void thePeopleWereHereBefore() {
        company.id("chen.yu");
    }

    @AfterEach
    void nowAgain() {
        time.goBack();
    }

    private void at(String local) {
        time.goTo(LocalDateTime.parse(local).atZone(ZONE).toInstant());
    }

    private void follow() {
        timers.measure();
        follower.follow();
    }

    private JsonNode numbers(String account, String process, String more) {
        return company.signIn(account)
                .get("/api/insight/processes/" + process + "?from=2026-11-23&to=2026-11-30" + more)
                .ok();
    }

    private static JsonNode line(JsonNode lines, String id) {
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> id.equals(line.path("id").asString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + lines));
    }

    private static void counts(JsonNode line, String... names) {
        for (var name : names) {
            var parts = name.split("=");
            assertThat(line.path("figures").path(parts[0]).asInt()).as(parts[0]).isEqualTo(Integer.parseInt(parts[1]));
        }
    }

    private static void takes(JsonNode line, String name, double hours) {
        assertThat(line.path("figures").path(name).asDouble())
                .as(name)
                .isCloseTo(hours * HOUR, Percentage.withPercentage(5));
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    /** Four requests that have ended and one that runs, of two departments. */
    private record History(String process, String a, String b, String c, String d, String e) {}

    private History history(String name) {
        var process = drawing.deploy(Sketch.of(name)
                .with("goal", "P1D")
                .task("Task_Lead", "leader", "camunda:dueDate", "working:PT4H")
                .task("Task_Money", "role:finance"));
        at("2026-11-24T10:00:00");
        var a = desk.ask("chen.yu", process);
        at("2026-11-24T12:00:00");
        a.approves("zhao.min");
        at("2026-11-24T14:00:00");
        var c = desk.ask("chen.yu", process);
        at("2026-11-24T15:00:00");
        a.approves("li.cw");
        at("2026-11-24T16:00:00");
        c.returns("zhao.min", "applicant", "again");
        at("2026-11-24T17:00:00");
        var b = desk.ask("wu.xs", process);
        at("2026-11-25T00:30:00");
        var d = desk.ask("chen.yu", process);
        at("2026-11-25T09:00:00");
        c.submits("chen.yu");
        at("2026-11-25T10:00:00");
        b.approves("he.jing");
        c.approves("zhao.min");
        requests.withdraw(company.actor("chen.yu"), d.id, "不用了", null, null);
        at("2026-11-25T11:00:00");
        b.approves("li.cw");
        at("2026-11-27T10:00:00");
        c.approves("li.cw");
        at("2026-11-27T11:00:00");
        var e = desk.ask("wu.xs", process);
        at("2026-11-30T11:00:00");
        follow();
        return new History(process, a.id, b.id, c.id, d.id, e.id);
    }

    @Test
    void every_number_is_what_one_counts_by_hand() {
        var known = history("sketch-numbers");
        var all = numbers("gao.admin", known.process(), "");
        counts(all, "finished=3", "started=5", "dropped=1", "returned=1", "met=2", "missed=1", "open=1", "overdue=1");
        // 5, 18 and 68 hours, of which 4, 3 and 21 are working time.
        takes(all, "median", 18);
        takes(all, "p90", 68);
        takes(all, "workingMedian", 4);
        takes(all, "workingP90", 21);

        var lead = line(all.path("steps"), "Task_Lead");
        counts(lead, "finished=4", "dropped=1", "returned=1", "met=4", "missed=0", "open=1");
        // 2, 17, 2 and 1 hours, of which 2, 2, 2 and 1 are working time.
        takes(lead, "median", 2);
        takes(lead, "p90", 17);
        takes(lead, "workingMedian", 2);
        var money = line(all.path("steps"), "Task_Money");
        counts(money, "finished=3", "open=0");
        takes(money, "median", 3);
        takes(money, "p90", 48);
        takes(money, "workingP90", 16);
        var apply = line(all.path("steps"), "Task_Apply");
        counts(apply, "finished=1");
        takes(apply, "median", 17);

        var zhao = line(all.path("people"), company.id("zhao.min"));
        counts(zhao, "finished=3", "returned=1", "open=0");
        takes(zhao, "median", 2);
        counts(line(all.path("people"), company.id("he.jing")), "finished=1", "open=1");
        counts(line(all.path("people"), company.id("li.cw")), "finished=3");
        assertThat(all.path("people").toString()).doesNotContain(company.id("chen.yu"));

        counts(line(all.path("asking"), company.development()), "finished=2", "open=0");
        counts(line(all.path("asking"), company.sales()), "finished=1", "open=1");
        counts(line(all.path("deciding"), company.development()), "finished=3");

        assertThat(all.path("flows").path("Flow_Task_Apply_Task_Lead").asInt()).isEqualTo(5);
        assertThat(all.path("flows").path("Flow_Task_Lead_Task_Money").asInt()).isEqualTo(3);
        assertThat(all.path("flows").path("Flow_Task_Money_End_Approved").asInt())
                .isEqualTo(3);
    }

    @Test
    void a_day_is_one_of_the_companys_zone_and_weeks_begin_on_monday() {
        var known = history("sketch-days");
        var gao = company.signIn("gao.admin");
        var path = "/api/insight/processes/" + known.process();
        // Half past midnight in Shanghai is the afternoon before in UTC.
        counts(gao.get(path + "?from=2026-11-24&to=2026-11-24").ok(), "started=3", "finished=1", "dropped=0");
        counts(gao.get(path + "?from=2026-11-25&to=2026-11-25").ok(), "started=1", "finished=1", "dropped=1");
        var trend = gao.get(path + "?from=2026-11-20&to=2026-11-30").ok().path("trend");
        assertThat(trend.size()).isEqualTo(3);
        assertThat(trend.at("/1/from").asString()).isEqualTo("2026-11-23");
        assertThat(trend.at("/1/figures/finished").asInt()).isEqualTo(3);
        // The whole month comes from its own sum, and says the same.
        counts(gao.get(path + "?from=2026-11-01&to=2026-11-30").ok(), "started=5", "finished=3", "returned=1");
        counts(gao.get(path + "?from=2026-01-01&to=2026-12-15").ok(), "started=5", "finished=3", "returned=1");
        assertThat(gao.get(path + "?from=2026-12-02&to=2026-12-01").problem()).isEqualTo("insight:range");
        assertThat(gao.get(path + "?from=2016-12-02&to=2026-12-01").status()).isEqualTo(400);
        assertThat(gao.get(path + "?from=yesterday").status()).isEqualTo(400);
        assertThat(gao.get("/api/insight/processes/no-such-process").status()).isEqualTo(404);
    }

    @Test
    void following_twice_or_on_two_nodes_or_from_the_beginning_says_the_same() throws Exception {
        var known = history("sketch-again");
        var before = numbers("gao.admin", known.process(), "").toString();
        follower.follow();
        assertThat(numbers("gao.admin", known.process(), "").toString()).isEqualTo(before);
        follower.startOver();
        var pool = Executors.newFixedThreadPool(2);
        Callable<Boolean> node = () -> {
            follower.follow();
            return true;
        };
        for (var done : pool.invokeAll(List.of(node, node))) {
            assertThat(done.get()).isTrue();
        }
        pool.shutdown();
        assertThat(numbers("gao.admin", known.process(), "").toString()).isEqualTo(before);
    }

    @Test
    void heads_and_leaders_see_their_own_people_only_and_everybody_else_nothing() {
        var known = history("sketch-scope");
        for (var manager : List.of("sun.lei", "zhao.min")) {
            var seen = numbers(manager, known.process(), "");
            counts(seen, "finished=2", "started=3", "dropped=1", "open=0", "returned=1");
            takes(seen, "median", 5);
            counts(line(seen.path("steps"), "Task_Lead"), "finished=3", "returned=1");
            counts(line(seen.path("people"), company.id("zhao.min")), "finished=3");
            assertThat(seen.path("people").toString()).doesNotContain(company.id("he.jing"));
            assertThat(seen.path("asking").toString()).doesNotContain(company.sales());
            assertThat(seen.path("flows").path("Flow_Task_Lead_Task_Money").asInt())
                    .isEqualTo(2);
            // The same over whole months.
            var whole = company.signIn(manager)
                    .get("/api/insight/processes/" + known.process() + "?from=2026-10-15&to=2026-11-30")
                    .ok();
            counts(whole, "finished=2", "started=3");
            counts(line(whole.path("steps"), "Task_Lead"), "finished=3", "returned=1");
            assertThat(whole.path("flows").path("Flow_Task_Lead_Task_Money").asInt())
                    .isEqualTo(2);
        }
        counts(numbers("he.jing", known.process(), ""), "finished=3", "open=1");
        counts(numbers("gao.admin", known.process(), "&department=" + company.sales()), "finished=1", "open=1");
        counts(numbers("sun.lei", known.process(), "&department=" + company.development()), "finished=2");

        var sun = company.signIn("sun.lei");
        var path = "/api/insight/processes/" + known.process();
        var time = "?from=2026-11-23&to=2026-11-30";
        assertThat(sun.get(path + time + "&department=" + company.sales()).status())
                .isEqualTo(404);
        assertThat(sun.get(path + "/requests" + time + "&department=" + company.sales())
                        .status())
                .isEqualTo(404);
        for (var other : List.of(company.employ("旁人", "zhao.min"), company.employ("外人", "sun.lei"))) {
            var nobody = company.signIn(other);
            for (var asked : List.of("/processes" + time, "/sheet" + time)) {
                assertThat(nobody.get("/api/insight" + asked).status()).isEqualTo(403);
            }
            assertThat(nobody.get(path + time).status()).isEqualTo(403);
            assertThat(nobody.get(path + "/drawing").status()).isEqualTo(403);
            assertThat(nobody.get(path + "/requests" + time).status()).isEqualTo(403);
            assertThat(nobody.post("/api/insight/again", null).status()).isEqualTo(403);
            assertThat(nobody.get("/api/insight/scope").ok().path("sees").asBoolean())
                    .isFalse();
        }
        assertThat(sun.get("/api/insight/scope").ok().path("departments").toString())
                .contains(company.development())
                .doesNotContain(company.sales());
        assertThat(company.anonymous().get("/api/insight/mine").status()).isEqualTo(401);
    }

    @Test
    void a_number_leads_to_the_requests_behind_it_page_by_page_and_only_to_those_one_may_read() {
        var known = history("sketch-behind");
        var gao = company.signIn("gao.admin");
        var path = "/api/insight/processes/" + known.process() + "/requests?from=2026-11-23&to=2026-11-30";
        assertThat(ids(gao.get(path + "&what=finished").ok()))
                .containsExactlyInAnyOrder(known.a(), known.b(), known.c());
        assertThat(ids(gao.get(path + "&what=returned").ok())).containsExactly(known.c());
        assertThat(ids(gao.get(path + "&what=missed").ok())).containsExactly(known.c());
        assertThat(ids(gao.get(path + "&what=dropped").ok())).containsExactly(known.d());
        assertThat(ids(gao.get(path + "&what=open").ok())).containsExactly(known.e());
        assertThat(ids(gao.get(path + "&what=overdue").ok())).containsExactly(known.e());
        assertThat(ids(gao.get(path + "&step=Task_Lead&what=returned").ok())).containsExactly(known.c());
        assertThat(ids(gao.get(path + "&step=Task_Lead&what=dropped").ok())).containsExactly(known.d());
        assertThat(ids(gao.get(path + "&person=" + company.id("zhao.min")).ok()))
                .containsExactlyInAnyOrder(known.a(), known.c());
        var first = gao.get(path + "&limit=2").ok();
        var second = gao.get(path + "&limit=2&cursor=" + first.path("next").asString())
                .ok();
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(ids(first)).hasSize(2).doesNotContainAnyElementsOf(ids(second));
        assertThat(gao.get(path + "&what=nonsense").status()).isEqualTo(400);
        // He heads the department, but had nothing to do with these: he sees that they are there.
        var sun = company.signIn("sun.lei").get(path + "&what=finished").ok();
        assertThat(ids(sun)).doesNotContain(known.b());
        assertThat(ids(sun).size() + sun.path("hidden").asInt()).isEqualTo(2);
        assertThat(ids(company.signIn("zhao.min").get(path + "&what=finished").ok()))
                .containsExactlyInAnyOrder(known.a(), known.c());
    }

    @Test
    void a_vote_of_fifty_is_one_visit_and_fifty_decisions() {
        var voters = IntStream.range(0, 50)
                .mapToObj(i -> company.employ("表决人" + i, "sun.lei"))
                .toArray(String[]::new);
        at("2026-11-25T09:00:00");
        var vote = desk.ask("chen.yu", "trial-vote", "way", "all", "people", desk.ids(voters));
        at("2026-11-25T10:00:00");
        vote.approves(java.util.Arrays.copyOf(voters, 49));
        at("2026-11-25T11:00:00");
        vote.approves(voters[49]);
        follow();
        var all = company.signIn("gao.admin")
                .get("/api/insight/processes/trial-vote?from=2026-11-25&to=2026-11-25&department="
                        + company.development())
                .ok();
        var steps = StreamSupport.stream(all.path("steps").spliterator(), false)
                .filter(step -> step.at("/figures/finished").asInt() > 0)
                .toList();
        assertThat(steps).hasSize(1);
        counts(steps.get(0), "finished=1");
        takes(steps.get(0), "median", 2);
        counts(line(all.path("people"), company.id(voters[0])), "finished=1");
        takes(line(all.path("people"), company.id(voters[0])), "median", 1);
        takes(line(all.path("people"), company.id(voters[49])), "median", 2);
    }

    @Test
    void handed_on_and_suspended_time_is_nobodys_and_whoever_left_keeps_a_name() {
        var process = drawing.deploy(Sketch.of("sketch-hands").task("Task_One", "leader"));
        var leader = company.employ("将离者", "sun.lei");
        var applicant = company.employ("申请者", leader);
        at("2026-11-25T09:00:00");
        var moved = desk.ask("chen.yu", process);
        at("2026-11-25T10:00:00");
        moved.transfers("zhao.min", "wang.hr");
        var stood = desk.ask("chen.yu", process);
        var last = desk.ask(applicant, process);
        at("2026-11-25T11:00:00");
        gao("/api/admin/requests/" + stood.id + "/suspend");
        last.approves(leader);
        at("2026-11-25T13:00:00");
        moved.approves("wang.hr");
        at("2026-11-26T15:00:00");
        gao("/api/admin/requests/" + stood.id + "/resume");
        at("2026-11-26T16:00:00");
        stood.approves("zhao.min");
        company.signIn("gao.admin");
        people.setPresent(company.id(leader), false);
        follow();
        // A step of an older version keeps its name.
        drawing.deploy(Sketch.of("sketch-hands").task("Task_Other", "leader"));

        var all = numbers("gao.admin", process, "");
        counts(all, "finished=3");
        var one = line(all.path("steps"), "Task_One");
        assertThat(one.path("name").asString()).isEqualTo("步骤One");
        counts(one, "finished=3");
        // 4 hours, 1 hour, and 2 hours without the suspension.
        takes(one, "median", 2);
        takes(one, "p90", 4);
        takes(one, "workingMedian", 2);
        var zhao = line(all.path("people"), company.id("zhao.min"));
        counts(zhao, "finished=1", "dropped=1");
        takes(zhao, "median", 2);
        takes(line(all.path("people"), company.id("wang.hr")), "median", 3);
        var gone = line(all.path("people"), company.id(leader));
        assertThat(gone.path("name").asString()).isEqualTo("将离者");
        assertThat(gone.path("left").asBoolean()).isTrue();
    }

    @Autowired
    io.tongban.org.People people;

    private void gao(String path) {
        company.signIn("gao.admin").post(path, Map.of("comment", "等结果")).ok();
    }

    @Test
    void everybody_sees_the_own_numbers() {
        var known = history("sketch-mine");
        TestClient chen = company.signIn("chen.yu");
        var mine = chen.get("/api/insight/mine?from=2026-11-23&to=2026-11-30").ok();
        var asked = StreamSupport.stream(mine.path("askedBy").spliterator(), false)
                .filter(one -> known.process().equals(one.path("key").asString()))
                .findFirst()
                .orElseThrow();
        counts(asked, "finished=2", "dropped=1", "open=0");
        var he = company.signIn("he.jing")
                .get("/api/insight/mine?from=2026-11-23&to=2026-11-30")
                .ok();
        var decided = StreamSupport.stream(he.path("decidedBy").spliterator(), false)
                .filter(one -> known.process().equals(one.path("key").asString()))
                .findFirst()
                .orElseThrow();
        counts(decided, "finished=1", "open=1");
        takes(decided, "median", 17);
        assertThat(Instant.parse(he.path("seenAt").asString())).isNotNull();
    }

    @Test
    void whoever_keeps_something_waiting_sees_what_it_is_the_longest_first() {
        var leader = company.employ("新主管", "sun.lei");
        var staff = company.employ("新下属", leader);
        at("2026-11-24T10:00:00");
        var process = drawing.deploy(Sketch.of("sketch-kept").task("Task_Lead", "leader"));
        var first = desk.ask(staff, process);
        at("2026-11-24T11:00:00");
        var second = desk.ask(staff, process);
        at("2026-11-24T12:00:00");
        desk.ask(staff, process).approves(leader);
        follow();

        var waiting = company.signIn(leader)
                .get("/api/insight/mine?from=2026-11-23&to=2026-11-30")
                .ok()
                .path("waiting");
        assertThat(StreamSupport.stream(waiting.spliterator(), false)
                        .map(one -> one.path("requestId").asString()))
                .containsExactly(first.id, second.id);
        assertThat(waiting.path(0).path("step").asString()).isEqualTo("步骤Lead");
    }

    @Test
    void tables_leave_the_house_as_files() {
        var known = history("sketch-sheet");
        var gao = company.signIn("gao.admin");
        var path = "/api/insight/sheet?from=2026-11-23&to=2026-11-30&process=" + known.process();
        var csv = gao.get(path + "&part=people&kind=csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.text()).contains("名称,部门,完成").contains("赵敏,研发部,3");
        for (var part : List.of("processes", "trend", "steps", "people", "deciding", "asking")) {
            var xlsx = gao.get(path + "&part=" + part + "&kind=xlsx");
            assertThat(xlsx.status()).isEqualTo(200);
            assertThat(xlsx.raw().body()).startsWith('P', 'K');
        }
        assertThat(gao.get(path + "&part=nonsense").status()).isEqualTo(400);
        assertThat(gao.get(path + "&kind=pdf").status()).isEqualTo(400);
    }
}
