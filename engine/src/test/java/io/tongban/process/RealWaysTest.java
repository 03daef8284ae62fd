package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import io.tongban.file.Samples;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Random people ask for real things: whatever the preview called certain happens, step by step and person by person. */
@ProductTest
class RealWaysTest {

    /** Steps whose holders the preview and the run agreed on, by procedure; something has to be there of each. */
    private final Map<String, Set<String>> agreed = new LinkedHashMap<>();

    @Autowired
    TestCompany company;

    @Autowired
    Roles roles;

    @Autowired
    InboxMapper inbox;

    @Autowired
    Requests requests;

    @Autowired
    OfficeCheck check;

    @Autowired
    Clock clock;

    private final Map<String, TestClient> clients = new HashMap<>();
    private final Random random = new Random(20261127);

    private TestClient client(String account) {
        return clients.computeIfAbsent(account, company::signIn);
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    void leave() {
        for (int round = 0; round < 10; round++) {
            var applicant = company.employ("请假" + round, one("zhao.min", "sun.lei", "he.jing"));
            var from = LocalDate.of(2026, 12, 1).plusDays(random.nextInt(60));
            compare(
                    applicant,
                    "leave-request",
                    Map.of(
                            "type",
                            one("annual", "personal", "personal"),
                            "start",
                            from + "T09:00",
                            "end",
                            from.plusDays(random.nextInt(8)) + "T18:00",
                            "reason",
                            "家中有事"));
        }
        assertThat(agreed.get("leave-request")).contains("Task_Leader", "Task_Head");
    }

    @Test
    void expenses() {
        client("li.cw")
                .put(
                        "/api/expenses/desk/budgets/" + company.development() + "/"
                                + LocalDate.now(clock).getYear(),
                        Map.of("amount", "9000000.00"))
                .ok();
        for (int round = 0; round < 8; round++) {
            var applicant = one("chen.yu", "zhao.min", company.employ("报销" + round, "sun.lei"));
            var lines = new ArrayList<Map<String, Object>>();
            for (int line = 0; line <= random.nextInt(3); line++) {
                lines.add(Map.of(
                        "category", one("travel", "lodging", "meals", "entertainment", "office", "training"),
                        "date", LocalDate.now(clock).toString(),
                        "amount", one("20.00", "480.50", "1900.00", "5200.00", "12000.00"),
                        "tax", "1.00",
                        "invoiceNumber", invoice()));
            }
            compare(
                    applicant,
                    "expense-claim",
                    Map.of("title", "出差", "department", company.development(), "lines", lines));
        }
        assertThat(agreed.get("expense-claim")).isNotEmpty();
    }

    private static String invoice() {
        return "INV"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase(java.util.Locale.ROOT);
    }

    @Test
    void permissions() {
        var owner = company.employ("负责人", "he.jing");
        roles.grant(company.id(company.employ("运维", "sun.lei")), "it");
        for (int round = 0; round < 6; round++) {
            var thing = client("gao.admin")
                    .post(
                            "/api/grants/things",
                            Map.of(
                                    "kind", one("data", "app", "folder", "special"),
                                    "name", "权限" + round,
                                    "nameEn", "Thing " + round,
                                    "department", company.development(),
                                    "owner", company.id(owner)))
                    .ok()
                    .path("id")
                    .asString();
            var answers = new HashMap<String, Object>(Map.of("thing", thing, "forWhom", "me", "reason", "核对"));
            answers.put("until", LocalDate.now(clock).plusDays(20).toString());
            compare(company.employ("申请" + round, one("zhao.min", "sun.lei")), "permission-request", answers);
        }
        assertThat(agreed.get("permission-request")).contains("Task_Leader");
    }

    @Test
    void tasks_onboardings_and_meetings() {
        for (int round = 0; round < 3; round++) {
            var creator = company.employ("发起" + round, "zhao.min");
            compare(
                    creator,
                    "worktask",
                    Map.of(
                            "name", "整理资料",
                            "goal", "整理成一份表",
                            "owner", company.id(one("chen.yu", "wu.xs")),
                            "end", LocalDate.now(clock).plusDays(10).toString(),
                            "acceptors", List.of(company.id("zhao.min"), company.id(creator))));
            compare(
                    "wang.hr",
                    "onboarding",
                    Map.of(
                            "hireName",
                            "林越" + round,
                            "account",
                            "real" + UUID.randomUUID().toString().substring(0, 8),
                            "department",
                            company.development(),
                            "position",
                            "工程师",
                            "leader",
                            company.id(one("zhao.min", "sun.lei")),
                            "startDate",
                            "2026-12-0" + (7 + random.nextInt(2))));
            compare(
                    creator,
                    "meeting-booking",
                    Map.of(
                            "topic",
                            "评审",
                            "start",
                            "2026-12-1" + round + "T14:00",
                            "end",
                            "2026-12-1" + round + "T15:00",
                            "online",
                            "会议号 123",
                            "attendees",
                            List.of(company.id("chen.yu"))));
        }
        assertThat(agreed.get("worktask")).contains("Task_Work");
        assertThat(agreed.keySet()).contains("worktask", "onboarding", "meeting-booking");
    }

    /** What the preview refuses, submitting refuses; what it calls certain is what the request then meets. */
    private void compare(String applicant, String process, Map<String, Object> answers) {
        var what = "%s asks for %s with %s".formatted(applicant, process, answers);
        var seen = client(applicant).post("/api/processes/" + process + "/preview", Map.of("answers", answers));
        var submitted = client(applicant)
                .post(
                        "/api/requests",
                        Map.of("process", process, "answers", answers),
                        UUID.randomUUID().toString());
        if (seen.status() != 200) {
            assertThat(submitted.status())
                    .as(what + ": " + seen.text())
                    .isEqualTo(seen.status())
                    .isEqualTo(422);
            assertThat(submitted.problem()).as(what).isEqualTo(seen.problem());
            return;
        }
        var id = submitted.ok().path("id").asString();
        var met = new LinkedHashMap<String, Set<String>>();
        var whole = walk(id, met);
        var same = agreed.computeIfAbsent(process, p -> new TreeSet<>());
        for (var step : seen.body().path("steps")) {
            var name = step.path("id").asString();
            if (!step.path("certain").asBoolean() || step.path("byRule").asBoolean()) {
                continue;
            }
            if (whole) {
                assertThat(met).as(what).containsKey(name);
            }
            if (met.containsKey(name)) {
                assertThat(met.get(name)).as(what + " at " + name).isEqualTo(holders(step));
                same.add(name);
            }
        }
    }

    private static Set<String> holders(JsonNode step) {
        return step.path("pool").isNull() || step.path("pool").isMissingNode()
                ? step.path("approvers")
                        .valueStream()
                        .map(person -> person.path("id").asString())
                        .collect(Collectors.toSet())
                : Set.of("pool");
    }

    /**
     * Everybody approves as long as somebody is asked to.
     *
     * @param met who was asked, by step
     * @return whether the request came to its end by approvals alone
     */
    private boolean walk(String id, Map<String, Set<String>> met) {
        for (int i = 0; i < 30 && requests.get(id).status().equals("running"); i++) {
            var rows = look(id, met);
            var next = rows.stream().filter(InboxRow::todo).findFirst();
            if (next.isEmpty()) {
                return false;
            }
            var owner = next.get().owner();
            var account = owner.startsWith("role:")
                    ? company.account(roles.members(owner.substring(5)).get(0))
                    : company.account(owner);
            var task = client(account).get("/api/tasks/" + next.get().id()).ok();
            if (!task.path("actions").toString().contains("\"approve\"")) {
                return false;
            }
            var body = new HashMap<String, Object>(Map.of("comment", "同意"));
            if (task.path("needs").toString().contains("signature")) {
                body.put(
                        "signature",
                        client(account)
                                .upload("/api/files", "签名.png", "image/png", Samples.signature())
                                .ok()
                                .path("id")
                                .asString());
            }
            client(account)
                    .post("/api/tasks/" + next.get().id() + "/approve", body)
                    .ok();
        }
        look(id, met);
        return requests.get(id).status().equals("approved");
    }

    private List<InboxRow> look(String id, Map<String, Set<String>> met) {
        check.request(id);
        var rows = inbox.ofRequest(id);
        rows.stream()
                .filter(row -> row.pending() || row.state().equals("gone"))
                .forEach(row -> met.computeIfAbsent(String.valueOf(row.step()), s -> new LinkedHashSet<>())
                        .add(row.owner().startsWith("role:") ? "pool" : row.owner()));
        return rows;
    }
}
