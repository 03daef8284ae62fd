package io.tongban.demo;

import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import io.tongban.worktask.Worktasks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tasks in every state, around today, given, reported, handed in and accepted as people would do it. */
@Component
@Profile("demo")
@Order(50)
class DemoWorktasks implements DemoPart {

    private final Requests requests;
    private final Tasks tasks;
    private final Worktasks worktasks;
    private final Clock clock;
    private final ZoneId zone;

    DemoWorktasks(Requests requests, Tasks tasks, Worktasks worktasks, Clock clock, ZoneId zone) {
        this.requests = requests;
        this.tasks = tasks;
        this.worktasks = worktasks;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void make(DemoPeople people) {
        String task = "";
        String creator = "";
        for (var row : DemoPeople.rows("worktasks.tsv")) {
            if (row[0].isEmpty()) {
                then(people, task, creator, row);
            } else {
                creator = row[2];
                task = requests.submit(people.actor(creator), "worktask", answers(people, row), null)
                        .id();
            }
        }
    }

    private Map<String, Object> answers(DemoPeople people, String[] row) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("name", row[0]);
        answers.put("goal", row[1]);
        answers.put("owner", people.id(row[3]));
        answers.put("participants", ids(people, row[4]));
        answers.put("acceptors", ids(people, row[5]));
        answers.put("start", day(row[6]).toString());
        answers.put("end", day(row[7]).toString());
        answers.put("priority", row[8]);
        answers.put("rhythm", row[9]);
        var needs = Stream.of((row.length > 10 ? row[10] : "").split(";"))
                .filter(need -> !need.isEmpty())
                .map(need -> need.split(":", 2))
                .map(need -> Map.of("kind", need[0], "note", need[1]))
                .toList();
        if (!needs.isEmpty()) {
            answers.put("resources", needs);
        }
        return answers;
    }

    /** A row without a name tells what happened to the task above it: who, what, and with which words. */
    private void then(DemoPeople people, String task, String creator, String[] row) {
        var who = people.actor(row[1]);
        var words = row[3];
        var more = row.length > 4 ? row[4] : "";
        switch (row[2]) {
            case "begin" -> worktasks.begin(who, task);
            case "note" -> worktasks.report(who, task, null, words, null);
            case "delay" -> worktasks.explain(who, task, words, more.isEmpty() ? null : day(more));
            case "owner" -> worktasks.handOver(who, task, people.id(more), words);
            case "end" -> worktasks.moveEnd(who, task, day(more), words);
            case "result" -> act(people, row[1], task, "complete", null, Map.of("result", words));
            case "accept" -> act(people, row[1], task, "approve", words, null);
            case "refuse" -> act(people, row[1], task, "reject", words, null);
            case "cancel" -> requests.withdraw(people.actor(creator), task, words, null, null);
            default -> worktasks.report(who, task, Integer.valueOf(row[2]), words, more.isEmpty() ? null : day(more));
        }
    }

    private void act(
            DemoPeople people,
            String account,
            String task,
            String action,
            @org.jspecify.annotations.Nullable String comment,
            @org.jspecify.annotations.Nullable Map<String, Object> answers) {
        var open = tasks.open(task).stream()
                .filter(one -> one.people().contains(people.id(account)))
                .findFirst()
                .orElseThrow();
        tasks.act(people.actor(account), open.taskId(), action, Tasks.Input.of(comment, null, answers, null), null);
    }

    private static List<String> ids(DemoPeople people, String accounts) {
        return Stream.of(accounts.split(" "))
                .filter(account -> !account.isEmpty())
                .map(people::id)
                .toList();
    }

    /** So many days from today. */
    private LocalDate day(String offset) {
        return LocalDate.now(clock.withZone(zone)).plusDays(Integer.parseInt(offset));
    }
}
