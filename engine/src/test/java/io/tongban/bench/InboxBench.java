package io.tongban.bench;

import io.tongban.TestClient;
import io.tongban.kernel.Ids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The newest twenty of "mine or my groups'" and their count, and twenty in each other order, over HTTP, one client. Half of
 * the tasks wait for a person (half of those for one of the leaders), half for one of the groups; every fourth has a
 * deadline.
 */
final class InboxBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 5_000);
    private static final int GROUPS = Integer.getInteger("bench.groups", 200);
    private static final int MOST = Integer.getInteger("bench.tasks", 1_000_000);
    private static final int READERS = Integer.getInteger("bench.readers", 100);
    private static final int CALLS = Integer.getInteger("bench.calls", 3_000);
    private static final int FEWEST = 1_000;
    private static final List<String> OTHERS =
            List.of("sort=oldest", "sort=due", "sort=process", "process=leave-request", "sort=due&second");

    private InboxBench() {}

    static void run(Database database) throws Exception {
        var home = Server.home("inbox-" + database);
        var settings = new LinkedHashMap<>(database.empty(home));
        Company.found(settings, home, PEOPLE, GROUPS);
        settings.put("tongban.home", home.toString());
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("open tasks", "in reach", "page p50 ms", "p99", "count p50 ms", "p99", "both p50 ms", "p99"));
        fill(settings, 0, FEWEST);
        var few = measure(settings, home, FEWEST, rows);
        fill(settings, FEWEST, MOST);
        var many = measure(settings, home, MOST, rows);
        Bench.table(rows);
        System.out.printf("growth of the median of both: %.2f%n", many / few);
    }

    private static double measure(
            Map<String, String> settings, java.nio.file.Path home, int open, List<List<String>> rows) throws Exception {
        try (var server = Server.start(Server.product(), home, settings)) {
            server.answers("/api/setup");
            var readers = new ArrayList<TestClient>();
            var reach = new ArrayList<Double>();
            for (int reader = 0; reader < READERS; reader++) {
                var account = Company.account(1 + reader * (PEOPLE / READERS) + reader % 25);
                var client = server.client().signIn(account, Company.PASSWORD);
                readers.add(client);
                reach.add((double)
                        client.get("/api/tasks/counts").ok().path("todo").asInt());
            }
            calls(readers, CALLS / 2);
            var times = calls(readers, CALLS);
            var row = new ArrayList<String>();
            row.add("%,d".formatted(open));
            row.add("%.0f".formatted(Bench.median(doubles(reach))));
            for (var part : times) {
                row.add("%.2f".formatted(Bench.quantile(part, 0.5)));
                row.add("%.2f".formatted(Bench.quantile(part, 0.99)));
            }
            rows.add(row);
            orders(readers, open);
            return Bench.median(times.get(2));
        }
    }

    /** Milliseconds of the page, of the count, and of both. */
    private static List<double[]> calls(List<TestClient> readers, int calls) {
        var page = new double[calls];
        var count = new double[calls];
        var both = new double[calls];
        for (int call = 0; call < calls; call++) {
            var reader = readers.get(call % readers.size());
            var began = System.nanoTime();
            reader.get("/api/tasks?view=todo&limit=20").ok();
            var between = System.nanoTime();
            reader.get("/api/tasks/counts").ok();
            var ended = System.nanoTime();
            page[call] = (between - began) / 1e6;
            count[call] = (ended - between) / 1e6;
            both[call] = (ended - began) / 1e6;
        }
        return List.of(page, count, both);
    }

    /** Twenty in another order, or of one process only; the second page of what is due first as well. */
    private static void orders(List<TestClient> readers, int open) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("%,d open tasks".formatted(open), "page p50 ms", "p99"));
        for (var other : OTHERS) {
            var times = new double[CALLS / 5];
            for (int call = 0; call < times.length; call++) {
                var reader = readers.get(call % readers.size());
                var address = "/api/tasks?view=todo&limit=20&" + other.replace("&second", "");
                if (other.endsWith("&second")) {
                    address +=
                            "&cursor=" + reader.get(address).ok().path("next").asString("");
                }
                var began = System.nanoTime();
                reader.get(address).ok();
                times[call] = (System.nanoTime() - began) / 1e6;
            }
            rows.add(List.of(
                    other, "%.2f".formatted(Bench.median(times)), "%.2f".formatted(Bench.quantile(times, 0.99))));
        }
        Bench.table(rows);
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void fill(Map<String, String> settings, int from, int to) throws SQLException {
        var began = System.nanoTime();
        try (var connection = Database.open(settings)) {
            connection.setAutoCommit(false);
            var definition = one(
                    connection,
                    "select ID_ from ACT_RE_PROCDEF where KEY_ = 'leave-request' order by VERSION_ desc limit 1");
            var people = new ArrayList<String>();
            try (var found = connection
                    .createStatement()
                    .executeQuery("select id, account from org_person order by length(account), account")) {
                while (found.next()) {
                    people.add(found.getString(1));
                }
            }
            insert(connection, definition, people, from, to);
            try (var statement = connection.createStatement()) {
                statement.execute(
                        connection.getMetaData().getDatabaseProductName().equals("H2")
                                ? "analyze"
                                : "analyze table process_inbox, process_request");
            }
            connection.commit();
        }
        System.out.printf("%,d open tasks after %.0f s%n", to, (System.nanoTime() - began) / 1e9);
    }

    private static void insert(Connection connection, String definition, List<String> people, int from, int to)
            throws SQLException {
        var random = new Random(from);
        var first = LocalDateTime.now(ZoneOffset.UTC).minusDays(300);
        try (var request = connection.prepareStatement("""
                        insert into process_request (id, number, process_key, definition_id, version, instance_id, title,
                          title_en, applicant_id, status, revision, answers, created_at, updated_at)
                        values (?, ?, 'leave-request', ?, 1, ?, '事假 1 天(3月2日起)', 'Personal leave, 1 d from Mar 2', ?,
                          'running', 1, '{"type":"personal","start":"2026-03-02T09:00","end":"2026-03-02T18:00","reason":"家中有事"}', ?, ?)
                        """);
                var task = connection.prepareStatement("""
                        insert into process_inbox (id, owner, state, at, request_id, process_key, step, since, due_at,
                          priority, revision, pool, why, task_id)
                        values (?, ?, 'todo', ?, ?, 'leave-request', 'Task_Leader', ?, ?, 50, 1, ?, 'leader|1', ?)
                        """)) {
            for (int i = from; i < to; i++) {
                var at = first.plusSeconds(25_000_000L / MOST * i / 2);
                var id = Ids.next();
                bind(
                        request,
                        id,
                        "QJ2025-" + i,
                        definition,
                        Ids.next(),
                        people.get(random.nextInt(people.size())),
                        at,
                        at);
                var group = random.nextBoolean() ? "role:" + Company.group(random.nextInt(GROUPS)) : null;
                var open = Ids.next();
                var due = i % 4 == 0 ? at.plusDays(300) : null;
                bind(task, open, group == null ? person(people, random) : group, at, id, at, due, group, open);
                if (i % 5_000 == 4_999 || i == to - 1) {
                    request.executeBatch();
                    task.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    private static String person(List<String> people, Random random) {
        int number = 1 + random.nextInt(people.size());
        return people.get((random.nextBoolean() ? Company.leaderOf(number) : number) - 1);
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var found = connection.createStatement().executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
