package io.tongban.bench;

import io.tongban.bench.OfficeQuestions.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What pages of expenses, tasks, meetings and calendars ask for, one client after the other: over HTTP as the client
 * measures it, and inside the server as its access log does. Many claims, tasks and meetings of three years.
 */
final class OfficeBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 5_000);
    private static final int ROWS = Integer.getInteger("bench.rows", 100_000);
    private static final int CALLS = Integer.getInteger("bench.calls", 400);
    private static final String ONLY = System.getProperty("bench.only", ".*");

    /** Tells the calls of one question from others in the access log. */
    private static final String MARK = "X-Bench";

    /** Milliseconds as the client saw them, and how many items came. */
    private record Seen(double[] millis, double items) {}

    private OfficeBench() {}

    static void run(Database database) throws Exception {
        var home = Server.home("office-" + database);
        var settings = new LinkedHashMap<>(database.empty(home));
        Company.found(settings, home, PEOPLE, 0);
        OfficeReaders readers;
        try (var connection = Database.open(settings)) {
            readers = new OfficeReaders(connection, fill(connection));
        }
        var log = home.resolve("access");
        settings.put("tongban.home", home.toString());
        settings.put("server.tomcat.accesslog.enabled", "true");
        settings.put("server.tomcat.accesslog.buffered", "false");
        settings.put("server.tomcat.accesslog.directory", log.toString());
        settings.put("server.tomcat.accesslog.pattern", "%{us}T %{" + MARK + "}i");
        List<Question> questions;
        var seen = new ArrayList<Seen>();
        try (var server = Server.start(Server.product(), home, settings)) {
            server.answers("/api/setup");
            readers.signIn(server);
            questions = OfficeQuestions.of(readers).stream()
                    .filter(question -> (question.page() + ", " + question.name()).matches(ONLY))
                    .toList();
            questions.forEach(question -> ask(readers, question, "", CALLS / 4));
            for (int i = 0; i < questions.size(); i++) {
                seen.add(ask(readers, questions.get(i), String.valueOf(i), CALLS));
            }
            exports(readers);
        }
        print(questions, seen, inside(log));
    }

    private static Office fill(Connection connection) throws SQLException {
        var began = System.nanoTime();
        Office office;
        try (var rows = new Rows(connection)) {
            office = Office.read(rows);
            office.appoint();
            OfficeClaims.fill(office, ROWS);
            OfficeTasks.fill(office, ROWS);
            OfficeMeetings.fill(office, ROWS);
            System.out.printf("%,d rows", rows.written());
        }
        analyze(connection);
        System.out.printf(" after %.0f s%n", (System.nanoTime() - began) / 1e9);
        return office;
    }

    private static void analyze(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    connection.getMetaData().getDatabaseProductName().equals("H2")
                            ? "analyze"
                            : "analyze table expense_claim, expense_line, expense_invoice, expense_charge, worktask_task,"
                                    + " worktask_person, worktask_entry, meeting_meeting, meeting_attendee,"
                                    + " calendar_entry, process_request, process_inbox, org_person, org_leader");
        }
        connection.commit();
    }

    private static Seen ask(OfficeReaders readers, Question question, String mark, int calls) {
        var millis = new double[calls];
        var items = new double[calls];
        for (int i = 0; i < calls; i++) {
            var call = question.call().get();
            var client = readers.client(call.reader()).header(MARK, mark);
            var began = System.nanoTime();
            var answer = call.body() == null ? client.get(call.path()) : client.post(call.path(), call.body());
            millis[i] = (System.nanoTime() - began) / 1e6;
            items[i] = answer.ok().path("items").size();
        }
        return new Seen(millis, calls == 0 ? 0 : Bench.median(items));
    }

    /** Streams, for which there is no goal: how long the whole file takes. */
    private static void exports(OfficeReaders readers) {
        var today = LocalDate.now();
        var paid = "/api/expenses/desk/export?state=paid&from=" + today.minusYears(1) + "&to=" + today;
        for (var path : List.of(paid, "/api/expenses/desk/export?state=payable")) {
            var client = readers.client(readers.finance).header(MARK, "");
            client.get(path).ok();
            var began = System.nanoTime();
            var answer = client.get(path);
            answer.ok();
            System.out.printf(
                    "%s: %,d lines in %,.0f ms%n",
                    path, answer.text().lines().count(), (System.nanoTime() - began) / 1e6);
        }
    }

    /** Milliseconds inside the server, by the number of the question. */
    private static Map<Integer, double[]> inside(Path log) throws IOException {
        var found = new LinkedHashMap<Integer, List<Double>>();
        try (var files = Files.list(log)) {
            for (var file : files.sorted().toList()) {
                for (var line : Files.readAllLines(file)) {
                    var parts = line.split(" ");
                    if (parts.length == 2 && parts[1].matches("[0-9]+")) {
                        found.computeIfAbsent(Integer.valueOf(parts[1]), i -> new ArrayList<>())
                                .add(Double.parseDouble(parts[0]) / 1_000);
                    }
                }
            }
        }
        var all = new LinkedHashMap<Integer, double[]>();
        found.forEach((i, times) ->
                all.put(i, times.stream().mapToDouble(Double::doubleValue).toArray()));
        return all;
    }

    private static void print(List<Question> questions, List<Seen> seen, Map<Integer, double[]> inside) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("page", "answer", "items", "http p50 ms", "p99", "inside p50 ms", "p99", "goal p99", ""));
        int missed = 0;
        for (int i = 0; i < questions.size(); i++) {
            var question = questions.get(i);
            var within = inside.getOrDefault(i, seen.get(i).millis());
            var over = Bench.quantile(within, 0.99) > question.goal();
            missed += over ? 1 : 0;
            rows.add(List.of(
                    question.page(),
                    question.name(),
                    "%.0f".formatted(seen.get(i).items()),
                    "%.1f".formatted(Bench.quantile(seen.get(i).millis(), 0.5)),
                    "%.1f".formatted(Bench.quantile(seen.get(i).millis(), 0.99)),
                    "%.1f".formatted(Bench.quantile(within, 0.5)),
                    "%.1f".formatted(Bench.quantile(within, 0.99)),
                    "%.0f".formatted(question.goal()),
                    over ? "missed" : ""));
        }
        Bench.table(rows);
        System.out.printf("%d of %d answers miss their goal inside the server%n", missed, questions.size());
    }
}
