package io.tongban.demo;

import io.tongban.access.Accounts;
import io.tongban.grant.Catalogue;
import io.tongban.grant.Grants;
import io.tongban.org.Departments;
import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A catalogue of permissions, and requests for them in every state: waiting at each step, held, ending soon, ended. */
@Component
@Profile("demo")
@Order(20)
class DemoGrants implements DemoPart {

    private final Catalogue catalogue;
    private final Grants grants;
    private final Requests requests;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Departments departments;
    private final Clock clock;
    private final ZoneId zone;

    DemoGrants(
            Catalogue catalogue,
            Grants grants,
            Requests requests,
            Tasks tasks,
            Accounts accounts,
            Departments departments,
            Clock clock,
            ZoneId zone) {
        this.catalogue = catalogue;
        this.grants = grants;
        this.requests = requests;
        this.tasks = tasks;
        this.accounts = accounts;
        this.departments = departments;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void make(DemoPeople people) {
        var departmentIds = new HashMap<String, String>();
        departments.all().forEach(department -> departmentIds.put(department.name(), department.id()));
        var things = things(people, departmentIds);
        for (var row : DemoPeople.rows("grants.tsv")) {
            var applicant = people.actor(row[0]);
            var answers = new HashMap<String, Object>();
            answers.put("thing", Objects.requireNonNull(things.get(row[1]), row[1]));
            answers.put("forWhom", row[2].isEmpty() ? "me" : "department");
            if (!row[2].isEmpty()) {
                answers.put("department", Objects.requireNonNull(departmentIds.get(row[2]), row[2]));
            }
            if (!row[3].isEmpty()) {
                answers.put("until", today().plusDays(Long.parseLong(row[3])).toString());
            }
            answers.put("reason", row[4]);
            var id = requests.submit(applicant, "permission-request", answers, null)
                    .id();
            var words = row.length > 6 ? row[6] : null;
            switch (row[5]) {
                case "granted" -> grant(id, words);
                case "owner", "it-approval" -> act(id, "approve", "同意");
                case "open" -> approve(id, "同意，请 IT 开通");
                case "rejected" -> act(id, "reject", words);
                case "returned" -> act(id, "return", words);
                case "withdrawn" -> requests.withdraw(applicant, id, "暂时不需要了", null, null);
                case "returned-back" -> {
                    grant(id, null);
                    grants.giveBack(applicant, id, words);
                }
                case "revoked" -> {
                    grant(id, null);
                    grants.revoke(people.actor("feng.jie"), id, words);
                }
                default -> {}
            }
        }
    }

    private Map<String, String> things(DemoPeople people, Map<String, String> departmentIds) {
        var keeper = people.actor("gao.admin");
        var ids = new HashMap<String, String>();
        for (var row : DemoPeople.rows("things.tsv")) {
            var entry = new Catalogue.Entry(
                    row[1],
                    row[2],
                    row[3],
                    row[4],
                    row[5],
                    row[6].isEmpty() ? null : people.id(row[6]),
                    Objects.requireNonNull(departmentIds.get(row[7]), row[7]),
                    row[8],
                    row[9].isEmpty() ? null : Integer.valueOf(row[9]),
                    true);
            ids.put(row[0], catalogue.add(keeper, entry));
        }
        return ids;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /** Approved at every step, and opened by IT where the product cannot do it. */
    private void grant(String requestId, @Nullable String opened) {
        approve(requestId, "同意，注意保密");
        if (requests.get(requestId).status().equals("running")) {
            var open = tasks.open(requestId).get(0);
            tasks.act(
                    accounts.actor(open.people().get(0)),
                    open.taskId(),
                    "complete",
                    Tasks.Input.of(null, null, Map.of("opened", opened == null ? "已开通，用统一账号登录" : opened), null),
                    null);
        }
    }

    /** At every step that asks; whoever has approved just before is not asked again. */
    private void approve(String requestId, String last) {
        act(requestId, "approve", "同意");
        if (requests.get(requestId).status().equals("running")
                && tasks.open(requestId).get(0).step().equals("Task_Granter")) {
            act(requestId, "approve", last);
        }
    }

    private void act(String requestId, String action, @Nullable String opinion) {
        var open = tasks.open(requestId).get(0);
        tasks.act(
                accounts.actor(open.people().get(0)),
                open.taskId(),
                action,
                Tasks.Input.of(opinion, null, null, null),
                null);
    }
}
