package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.TestCompany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;

/** The way of a request is known before it is submitted, from the engine itself, and asking leaves nothing behind. */
@ProductTest
class PreviewTest {

    @Autowired
    Preview preview;

    @Autowired
    Desk desk;

    @Autowired
    Requests requests;

    @Autowired
    InboxMapper inbox;

    @Autowired
    TestCompany company;

    @Autowired
    Drawing drawing;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void inChinese() {
        LocaleContextHolder.setLocale(java.util.Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void again() {
        LocaleContextHolder.resetLocaleContext();
    }

    private Map<String, Object> answers(Object... more) {
        var answers = new LinkedHashMap<String, Object>(Map.of("topic", "显示器", "amount", 800));
        for (int i = 0; i < more.length; i += 2) {
            answers.put((String) more[i], more[i + 1]);
        }
        return answers;
    }

    private Preview.Way of(String process, Object... answers) {
        return preview.of(company.actor("chen.yu"), process, answers(answers));
    }

    @Test
    void it_names_the_steps_and_the_people_and_the_end() {
        var small = of("trial-request");
        assertThat(small.steps()).extracting(Preview.Step::name).containsExactly("直接上级审批");
        assertThat(small.steps().get(0).approvers())
                .extracting(Names.PersonRef::name)
                .containsExactly("赵敏");
        assertThat(small.steps().get(0).certain()).isTrue();
        assertThat(small.steps().get(0).why()).contains("上级");
        assertThat(small.outcome()).isEqualTo("approved");
        var large = of("trial-request", "amount", 5000);
        assertThat(large.steps()).extracting(Preview.Step::id).containsExactly("Task_Leader", "Task_Finance");
        assertThat(large.steps().get(1).pool()).isEqualTo("财务");
    }

    @Test
    void both_branches_are_shown() {
        assertThat(of("trial-branches").steps())
                .extracting(Preview.Step::id)
                .containsExactlyInAnyOrder("Task_First", "Task_A1", "Task_B1", "Task_A2", "Task_Last");
    }

    @Test
    void steps_decided_by_rule_say_so() {
        var repeated = of("trial-vote", "way", "repeat").steps();
        assertThat(repeated).extracting(Preview.Step::byRule).containsExactly(false, true);
        assertThat(repeated.get(1).why()).contains("不再重复");
        var refused = of("trial-vote", "way", "refuse");
        assertThat(refused.outcome()).isEqualTo("rejected");
    }

    @Test
    void somebody_picked_by_chance_is_not_named_and_what_follows_from_it_is_open() {
        var model = Sketch.of("sketch-chance")
                .with("repeated", "anywhere")
                .task("Task_Chance", "random:field:people")
                .task("Task_Same", "step:Task_Chance")
                .task("Task_Leader", "leader");
        var steps = of(drawing.deploy(model), "people", desk.ids("zhao.min", "wu.xs", "li.cw"))
                .steps();
        assertThat(steps).extracting(Preview.Step::unknown).containsExactly("随机一人", "视前面的办理人而定", null);
        assertThat(steps).extracting(Preview.Step::certain).containsExactly(false, false, false);
        assertThat(steps.get(0).approvers()).isEmpty();
        assertThat(steps.get(0).why()).isEmpty();
        assertThat(steps.get(1).approvers()).isEmpty();
        assertThat(steps.get(2).approvers()).extracting(Names.PersonRef::name).containsExactly("赵敏");
    }

    @Test
    void of_a_pool_it_is_open_who_will_be_asked_again() {
        var model = Sketch.of("sketch-pool")
                .task("Task_Pool", "role:finance")
                .task("Task_Same", "step:Task_Pool", "nobody", "pass")
                .task("Task_Other", "leader", "exclude", "step:Task_Pool");
        var steps = of(drawing.deploy(model)).steps();
        assertThat(steps).extracting(Preview.Step::id).containsExactly("Task_Pool", "Task_Same", "Task_Other");
        assertThat(steps).extracting(Preview.Step::certain).containsExactly(true, false, false);
    }

    @Test
    void a_decision_that_names_chance_names_nobody() {
        var step = of("trial-rules", "way", "leader", "rule", "random:leaders:2")
                .steps()
                .get(1);
        assertThat(step.unknown()).isEqualTo("随机一人");
        assertThat(step.approvers()).isEmpty();
    }

    @Test
    void it_refuses_what_submitting_would_refuse() {
        assertThatThrownBy(() -> of("trial-request", "amount", 13)).hasMessage("process:irreversible");
        assertThatThrownBy(() -> of("trial-request", "amount", "viel")).hasMessage("kernel:invalid");
        assertThatThrownBy(() -> of("trial-nothing")).hasMessage("kernel:not-found");
    }

    @Test
    void it_leaves_no_trace() {
        var before = rows();
        of("trial-branches");
        of("trial-vote", "way", "all", "people", desk.ids("wang.hr", "wu.xs"));
        of("trial-request", "amount", 5000);
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, Long> rows() {
        var counts = new HashMap<String, Long>();
        for (var table : List.of(
                "process_request",
                "process_inbox",
                "process_entry",
                "process_seat",
                "process_number",
                "notify_notice",
                "ACT_RU_EXECUTION",
                "ACT_RU_TASK",
                "ACT_RU_VARIABLE",
                "ACT_HI_PROCINST",
                "ACT_HI_ACTINST",
                "ACT_RU_JOB")) {
            counts.put(table, database.queryForObject("select count(*) from " + table, Long.class));
        }
        counts.put(
                "next", database.queryForObject("select coalesce(sum(next_value), 0) from process_number", Long.class));
        return counts;
    }

    /** Random answers of random people: what was called certain is what happens when everybody approves. */
    @Test
    void what_it_calls_certain_happens() {
        var random = new Random(20261127);
        var ways = List.of("all", "any", "order", "ratio", "count", "weight", "veto", "goes", "pass", "repeat");
        var people = List.of("wang.hr", "wu.xs", "li.cw", "sun.lei", "zhao.min", "he.jing");
        for (int round = 0; round < 25; round++) {
            var applicant = List.of("chen.yu", "wu.xs", "zhao.min", "wang.hr").get(random.nextInt(4));
            var process =
                    List.of("trial-request", "trial-vote", "trial-branches").get(random.nextInt(3));
            var chosen = new ArrayList<>(people);
            java.util.Collections.shuffle(chosen, random);
            var given = process.equals("trial-request")
                    ? answers("amount", 1 + random.nextInt(3000))
                    : answers(
                            "way",
                            ways.get(random.nextInt(ways.size())),
                            "people",
                            desk.ids(chosen.subList(0, 1 + random.nextInt(4)).toArray(String[]::new)));
            if (Integer.valueOf(13).equals(given.get("amount"))) {
                continue;
            }
            var expected = preview.of(company.actor(applicant), process, given);
            var walked = walk(applicant, process, given);
            for (var step : expected.steps()) {
                if (step.certain() && !step.byRule()) {
                    assertThat(walked)
                            .as("round %d: %s asks for %s with %s", round, applicant, process, given)
                            .containsKey(step.id());
                    assertThat(walked.get(step.id())).containsExactlyInAnyOrderElementsOf(holders(step));
                }
            }
        }
    }

    private static Set<String> holders(Preview.Step step) {
        return step.pool() != null
                ? Set.of("role:finance")
                : step.approvers().stream().map(Names.PersonRef::id).collect(Collectors.toSet());
    }

    /** Submits, lets everybody approve, and tells who was asked at which step. */
    private Map<String, Set<String>> walk(String applicant, String process, Map<String, Object> given) {
        var request = desk.ask(
                applicant,
                process,
                given.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray());
        var seen = new LinkedHashMap<String, Set<String>>();
        for (int i = 0; i < 40 && requests.get(request.id).status().equals("running"); i++) {
            inbox.ofRequest(request.id).forEach(row -> {
                if (row.pending() || row.state().equals("gone")) {
                    seen.computeIfAbsent(String.valueOf(row.step()), s -> new java.util.LinkedHashSet<>())
                            .add(row.owner());
                }
            });
            var next =
                    inbox.ofRequest(request.id).stream().filter(InboxRow::todo).findFirst();
            if (next.isEmpty()) {
                break;
            }
            var owner = next.get().owner().equals("role:finance")
                    ? company.id("li.cw")
                    : next.get().owner();
            request.on(next.get(), account(owner), "approve", Tasks.Input.saying("同意"));
        }
        return seen;
    }

    private String account(String id) {
        return List.of("chen.yu", "zhao.min", "sun.lei", "he.jing", "wang.hr", "gao.admin", "wu.xs", "li.cw").stream()
                .filter(account -> company.id(account).equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_trail_says_why_it_went_this_way() {
        var chen = company.signIn("chen.yu");
        var request = desk.ask("chen.yu", "trial-request", "amount", 5000).approves("zhao.min");
        var entry = chen.get("/api/requests/" + request.id).ok().at("/timeline/1/path/0");
        assertThat(entry.at("/question").asString()).isEqualTo("超过一千？");
        assertThat(entry.at("/answer").asString()).isEqualTo("是");
        assertThat(entry.at("/facts").asString()).isEqualTo("金额 5000");
    }

    @Test
    void the_rule_of_a_decision_table_is_told_in_its_own_words() {
        var chen = company.signIn("chen.yu");
        var leave = chen.post(
                        "/api/requests",
                        Map.of(
                                "process",
                                "leave-request",
                                "answers",
                                Map.of(
                                        "type",
                                        "personal",
                                        "start",
                                        "2026-08-03T09:00",
                                        "end",
                                        "2026-08-03T18:00",
                                        "reason",
                                        "家中有事")))
                .ok();
        var path = chen.get("/api/requests/" + leave.get("id").asString()).ok().at("/timeline/0/path/0");
        assertThat(path.at("/question").asString()).isEqualTo("请假审批层级");
        assertThat(path.at("/answer").asString()).contains("不超过 1 天");
        assertThat(path.at("/facts").asString()).contains("天数 1");
        var way = chen.post(
                        "/api/processes/leave-request/preview",
                        Map.of(
                                "answers",
                                Map.of(
                                        "type",
                                        "personal",
                                        "start",
                                        "2026-08-04T09:00",
                                        "end",
                                        "2026-08-04T18:00",
                                        "reason",
                                        "家中有事")))
                .ok();
        assertThat(way.at("/steps/0/approvers/0/name").asString()).isEqualTo("赵敏");
        assertThat(way.at("/outcome").asString()).isEqualTo("approved");
    }
}
