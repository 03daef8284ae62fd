package io.tongban.bench;

import io.tongban.bench.Office.Person;
import io.tongban.kernel.Ids;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks of three years: most are closed, some that are open are late. */
final class OfficeTasks {

    private static final String PROCESS = "worktask";
    private static final List<String> PRIORITIES = List.of("low", "normal", "normal", "high", "urgent");
    private static final String TASK = "worktask_task (request_id, number, name, goal, creator_id, owner_id, start_on,"
            + " end_on, due_at, priority, rhythm, stage, progress, round, report_at, ended_at, created_at, updated_at)";
    private static final String PERSON =
            "worktask_person (request_id, person_id, creator, owner, participant, acceptor,"
                    + " answer, stage, sort_at)";
    private static final String ENTRY = "worktask_entry (id, request_id, at, on_day, person_id, kind, progress, words)";

    private final Office office;
    private final Rows rows;

    private OfficeTasks(Office office) {
        this.office = office;
        this.rows = office.rows();
    }

    static void fill(Office office, int count) throws SQLException {
        var tasks = new OfficeTasks(office);
        var definition = office.definition(PROCESS);
        for (int n = 0; n < count; n++) {
            tasks.task(definition, n, office.made(n, count));
        }
        office.rows().flush();
    }

    private void task(String definition, int n, LocalDateTime at) throws SQLException {
        var owner = office.anybody();
        var creator = office.random.nextInt(4) == 0 ? office.colleague(owner, office.random) : office.leader(owner);
        if (creator.id().equals(owner.id())) {
            creator = office.person(Office.HEAD + (owner.number() == Office.HEAD ? 1 : 0));
        }
        var id = Ids.next();
        var number = "RW%d-%05d".formatted(at.getYear(), n);
        var start = at.toLocalDate();
        var end = start.plusDays(5 + office.random.nextInt(60));
        var due = Office.evening(end);
        var stage = stage(due);
        var ended = stage.equals("CLOSED") || stage.equals("CANCELLED");
        var endedAt = ended ? earlier(due.minusDays(office.random.nextInt(4)), office.now) : null;
        rows.add(
                TASK,
                id,
                number,
                "整理第 " + n + " 批客户资料并核对",
                "把分散在各处的资料整理到一处，去掉重复，缺失的向客户补齐；每周报告一次进度，遇到问题先和布置人商量。".repeat(2),
                creator.id(),
                owner.id(),
                start,
                end,
                due,
                PRIORITIES.get(n % PRIORITIES.size()),
                n % 3 == 0 ? "weekly" : "none",
                stage,
                ended || stage.equals("ACCEPTING") ? 100 : stage.equals("DOING") ? 40 : 0,
                ended || stage.equals("ACCEPTING") ? 1 : 0,
                at,
                endedAt,
                at,
                at);
        people(id, creator, owner, stage, endedAt == null ? due : endedAt);
        log(id, creator, owner, stage, at);
        office.request(id, number, PROCESS, definition, "任务 " + n, creator, ended ? "completed" : "running", at);
        var waits = stage.equals("ACCEPTING") ? creator : owner;
        office.inbox(id, PROCESS, "Task_Work", waits.id(), !ended, at);
    }

    private String stage(LocalDateTime due) {
        int chance = office.random.nextInt(1_000);
        if (due.isBefore(office.now.minusDays(60))) {
            return chance < 5 ? "DOING" : chance < 60 ? "CANCELLED" : "CLOSED";
        }
        if (due.isBefore(office.now)) {
            return chance < 80 ? "DOING" : chance < 130 ? "ACCEPTING" : "CLOSED";
        }
        return chance < 300 ? "PLANNED" : chance < 920 ? "DOING" : "ACCEPTING";
    }

    private void people(String id, Person creator, Person owner, String stage, LocalDateTime sort) throws SQLException {
        var others = new LinkedHashMap<String, Person>();
        for (int i = office.random.nextInt(5); i > 0; i--) {
            var other = office.colleague(owner, office.random);
            others.put(other.id(), other);
        }
        others.remove(creator.id());
        others.remove(owner.id());
        @Nullable String answer = stage.equals("ACCEPTING") ? "waiting" : stage.equals("CLOSED") ? "accepted" : null;
        rows.add(PERSON, id, creator.id(), true, false, false, true, answer, stage, sort);
        rows.add(PERSON, id, owner.id(), false, true, false, false, null, stage, sort);
        for (var other : others.keySet()) {
            rows.add(PERSON, id, other, false, false, true, false, null, stage, sort);
        }
    }

    private void log(String id, Person creator, Person owner, String stage, LocalDateTime at) throws SQLException {
        entry(id, creator, "created", null, null, at);
        if (stage.equals("PLANNED")) {
            return;
        }
        int reports = 1 + office.random.nextInt(4);
        for (int i = 1; i <= reports; i++) {
            entry(id, owner, "progress", i * 15, "已整理 " + i * 15 + "%，没有遇到问题。", at.plusDays(i));
        }
        if (!stage.equals("DOING")) {
            entry(id, owner, "submitted", null, "全部整理完毕，请验收。", at.plusDays(5));
        }
        if (stage.equals("CLOSED")) {
            entry(id, creator, "accepted", null, "很好。", at.plusDays(5));
            entry(id, creator, "closed", null, null, at.plusDays(5));
        }
    }

    private void entry(
            String id, Person by, String kind, @Nullable Integer progress, @Nullable String words, LocalDateTime at)
            throws SQLException {
        rows.add(ENTRY, Ids.next(), id, at, at.toLocalDate(), by.id(), kind, progress, words);
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
