package io.tongban.bench;

import io.tongban.bench.OfficeReaders.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the pages of expenses, tasks, meetings and calendars ask for. */
final class OfficeQuestions {

    /** One call: by whom, what for, with which body when it is no reading. */
    record Call(Reader reader, String path, @Nullable Object body) {}

    /** @param goal milliseconds that one in a hundred calls may exceed */
    record Question(String page, String name, double goal, Supplier<Call> call) {}

    private static final double GOAL = 20;
    private static final double GOAL_FREE_BUSY = 30;

    private final OfficeReaders readers;
    private final LocalDate today = LocalDate.now();
    private final List<Question> questions = new ArrayList<>();
    private String page = "";

    private OfficeQuestions(OfficeReaders readers) {
        this.readers = readers;
    }

    static List<Question> of(OfficeReaders readers) {
        var questions = new OfficeQuestions(readers);
        questions.claims();
        questions.finance();
        questions.tasks();
        questions.meetings();
        questions.calendar();
        return List.copyOf(questions.questions);
    }

    private void claims() {
        page = "my expenses";
        mine("list", "/api/expenses?limit=20");
        later("list, a later page", readers.all, "/api/expenses?limit=10", 2);
        mine("totals", "/api/expenses/totals");
        mine("categories", "/api/expenses/categories");
        own("one claim", Reader::claims, "/api/expenses/");
        add("form counted", GOAL, () -> {
            var reader = readers.one(readers.all);
            var lines = new ArrayList<Map<String, String>>();
            for (int i = 0; i < 5; i++) {
                lines.add(Map.of(
                        "category", "travel",
                        "date", today.minusDays(i + 1).toString(),
                        "amount", "120.50",
                        "tax", "3.20",
                        "invoiceNumber", "%020d".formatted(1 + readers.random.nextInt(200_000))));
            }
            return new Call(reader, "/api/expenses/count", Map.of("department", reader.department(), "lines", lines));
        });
    }

    private void finance() {
        page = "finance";
        var desk = "/api/expenses/desk/claims?limit=50&state=";
        at(readers.finance, "queue", desk + "review");
        at(readers.finance, "payment list", desk + "payable");
        at(readers.finance, "paid", desk + "paid");
        at(readers.finance, "paid, 20 pages on", readers.behind(readers.finance, desk + "paid", 20));
        at(readers.finance, "totals", "/api/expenses/desk/totals");
        at(readers.finance, "budgets", "/api/expenses/desk/budgets");
        asked("paid of a department", () -> desk + "paid&department=" + readers.one(readers.departments));
        asked("queue of a department", () -> desk + "review&department=" + readers.one(readers.departments));
        asked("paid, a name", () -> desk + "paid&q=" + encoded("员工" + (1_000 + readers.random.nextInt(4_000))));
        at(readers.finance, "paid, a name's first letters", desk + "paid&q=" + encoded("员工"));
        asked("queue, a name's first letters", () -> desk + "review&q=" + encoded("员工" + readers.random.nextInt(50)));
        asked("paid, a number", () -> desk + "paid&q=BX%d-%05d".formatted(year(), 1 + readers.random.nextInt(20_000)));
        asked("queue, a number's beginning", () -> desk + "review&q=BX" + year());
        asked("paid, a number's beginning", () -> desk + "paid&q=BX" + (today.getYear() - 2));
        add("one claim", GOAL, () -> new Call(readers.finance, "/api/expenses/" + readers.one(readers.claims), null));
    }

    private void tasks() {
        page = "tasks";
        mine("open", "/api/worktasks?limit=20");
        mine("ended", "/api/worktasks?stage=ended&limit=20");
        later("ended, a later page", readers.all, "/api/worktasks?stage=ended&limit=20", 2);
        mine("open as owner", "/api/worktasks?role=owner&limit=20");
        mine("ended, searched", "/api/worktasks?stage=ended&limit=20&q=" + encoded("客户资料"));
        mine("ended, nothing found", "/api/worktasks?stage=ended&limit=20&q=" + encoded("没有这样的任务"));
        for (var stage : List.of("planned", "doing", "accepting", "closed")) {
            mine("board, " + stage, "/api/worktasks?limit=20&stage=" + stage);
        }
        mine("counts", "/api/worktasks/counts");
        own("one task", Reader::tasks, "/api/worktasks/");
        add("log of a task", GOAL, () -> {
            var reader = readers.having(Reader::tasks);
            return new Call(reader, "/api/worktasks/" + readers.one(reader.tasks()) + "/log", null);
        });
        page = "team";
        led("late", "/api/worktasks/team?limit=20");
        led("all", "/api/worktasks/team?late=false&limit=20");
        led("counts", "/api/worktasks/counts");
        at(readers.head, "late, whole company", "/api/worktasks/team?limit=20");
        at(readers.head, "all, whole company", "/api/worktasks/team?late=false&limit=20");
        at(readers.head, "counts, whole company", "/api/worktasks/counts");
    }

    private void meetings() {
        page = "meetings";
        mine("upcoming", "/api/meetings?limit=20");
        mine("past", "/api/meetings?view=past&limit=20");
        later("past, a later page", readers.all, "/api/meetings?view=past&limit=20", 3);
        own("one meeting", Reader::meetings, "/api/meetings/");
        own("one of a series", Reader::series, "/api/meetings/");
        page = "rooms";
        mine("today", "/api/rooms");
        mine("a day to come", "/api/rooms?date=" + today.plusDays(9));
        mine("two years ago", "/api/rooms?date=" + today.minusDays(730));
        page = "free/busy";
        add("12 people, a week", GOAL_FREE_BUSY, () -> busy(12));
        add("50 people, a week", GOAL_FREE_BUSY, () -> busy(50));
        add("100 people, a week", GOAL_FREE_BUSY, () -> busy(100));
    }

    private Call busy(int people) {
        var monday = today.minusDays(today.getDayOfWeek().getValue() - 1L).plusWeeks(readers.random.nextInt(5));
        return new Call(
                readers.one(readers.all),
                "/api/meetings/busy?people=" + readers.people(people) + "&from=" + monday + "&to=" + monday.plusDays(6),
                null);
    }

    private void calendar() {
        page = "calendar";
        entries("day", 0, 0);
        entries("week", 0, 6);
        entries("month", -10, 31);
        entries("agenda", 0, 30);
        entries("a month two years ago", -740, -700);
        mine("working days", "/api/calendar/days?from=" + today.minusDays(10) + "&to=" + today.plusDays(31));
        mine("away today", "/api/calendar/away?from=" + today + "&to=" + today);
        mine("away this week", "/api/calendar/away?from=" + today + "&to=" + today.plusDays(6));
        var path = "/api/calendar/away?from=" + today + "&to=" + today;
        add("away today, a department", GOAL, () -> {
            var reader = readers.one(readers.all);
            return new Call(reader, path + "&department=" + reader.department(), null);
        });
        var before = "/api/calendar/away?limit=50&from=" + today.minusDays(700) + "&to=" + today.minusDays(700);
        at(readers.head, "away two years ago, the last page", readers.behind(readers.head, before, 99));
    }

    private void entries(String name, int from, int to) {
        mine(name, "/api/calendar/entries?from=" + today.plusDays(from) + "&to=" + today.plusDays(to));
    }

    private int year() {
        return today.getYear() - readers.random.nextInt(2);
    }

    private void mine(String name, String path) {
        add(name, GOAL, () -> new Call(readers.one(readers.all), path, null));
    }

    private void led(String name, String path) {
        add(name, GOAL, () -> new Call(readers.one(readers.leaders), path, null));
    }

    private void at(Reader reader, String name, String path) {
        add(name, GOAL, () -> new Call(reader, path, null));
    }

    private void asked(String name, Supplier<String> path) {
        add(name, GOAL, () -> new Call(readers.finance, path.get(), null));
    }

    private void own(String name, Function<Reader, List<String>> things, String path) {
        add(name, GOAL, () -> {
            var reader = readers.having(things);
            return new Call(reader, path + readers.one(things.apply(reader)), null);
        });
    }

    /** Everybody's own later page. */
    private void later(String name, List<Reader> of, String path, int pages) {
        var calls = of.stream()
                .map(reader -> new Call(reader, readers.behind(reader, path, pages), null))
                .toList();
        add(name, GOAL, () -> readers.one(calls));
    }

    private void add(String name, double goal, Supplier<Call> call) {
        questions.add(new Question(page, name, goal, call));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
