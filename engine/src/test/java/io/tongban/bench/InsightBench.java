package io.tongban.bench;

import io.tongban.TestClient;
import io.tongban.access.Roles;
import io.tongban.insight.InsightFill;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.process.Plans;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the pages of numbers ask for, one client, with the finished requests of one year. */
final class InsightBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 5_000);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 500_000);
    private static final int CALLS = Integer.getInteger("bench.calls", 60);
    private static final int PER_DEPARTMENT = 25;
    private static final double GOAL = 300;

    private InsightBench() {}

    static void run(Database database) throws Exception {
        var home = Server.home("insight-" + database);
        var settings = new LinkedHashMap<>(database.empty(home));
        Company.found(settings, home, PEOPLE, 0);
        fill(settings, home);
        settings.put("tongban.home", home.toString());
        try (var server = Server.start(Server.product(), home, settings)) {
            server.answers("/api/setup");
            var admin = server.client().signIn(Company.account(1), Company.PASSWORD);
            var head = server.client().signIn(Company.account(1 + PER_DEPARTMENT), Company.PASSWORD);
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("who", "answer", "p50 ms", "p99 ms", ""));
            for (int days : new int[] {30, 90, 365}) {
                var time = "?to=" + LocalDate.now() + "&from=" + LocalDate.now().minusDays(days - 1L);
                measure(rows, "administrator", admin, "/processes" + time, days);
                measure(rows, "administrator", admin, "/processes/leave-request" + time, days);
                measure(rows, "head", head, "/processes" + time, days);
                measure(rows, "head", head, "/processes/leave-request" + time, days);
                measure(rows, "head", head, "/mine" + time, days);
                measure(
                        rows,
                        "administrator",
                        admin,
                        "/processes/leave-request/requests" + time + "&what=missed",
                        days);
                measure(
                        rows,
                        "administrator",
                        admin,
                        "/processes/leave-request/requests" + time + "&step=Task_Head&what=returned",
                        days);
            }
            Bench.table(rows);
        }
    }

    private static void fill(Map<String, String> settings, java.nio.file.Path home) throws SQLException {
        var began = System.nanoTime();
        Company.open(settings, home, context -> {
            var people = context.getBean(People.class);
            var ids = IntStream.rangeClosed(1, PEOPLE)
                    .mapToObj(number -> people.byLogin(Company.account(number))
                            .orElseThrow()
                            .id())
                    .toList();
            context.getBean(Roles.class).grant(ids.get(0), Roles.ADMINISTRATOR);
            var departments = IntStream.range(0, PEOPLE / PER_DEPARTMENT)
                    .mapToObj(
                            i -> people.departments(ids.get(i * PER_DEPARTMENT)).get(0))
                    .toList();
            var processes = new ArrayList<>(List.of("leave-request"));
            context.getBean(Plans.class).all().stream()
                    .map(Plans.Named::key)
                    .filter(key -> !processes.contains(key))
                    .forEach(processes::add);
            if (context.getBean(Departments.class).root().isEmpty()) {
                throw new IllegalStateException("There is no company");
            }
            InsightFill.fill(context, processes, departments, ids, REQUESTS);
        });
        try (var connection = Database.open(settings);
                var statement = connection.createStatement()) {
            statement.execute(
                    connection.getMetaData().getDatabaseProductName().equals("H2")
                            ? "analyze"
                            : "analyze table insight_request, insight_stay, insight_hand, insight_cell");
        }
        System.out.printf("%,d requests after %.0f s%n", REQUESTS, (System.nanoTime() - began) / 1e9);
    }

    private static void measure(List<List<String>> rows, String who, TestClient client, String path, int days) {
        for (int i = 0; i < CALLS / 4; i++) {
            client.get("/api/insight" + path).ok();
        }
        var times = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            var began = System.nanoTime();
            client.get("/api/insight" + path).ok();
            times[i] = (System.nanoTime() - began) / 1e6;
        }
        rows.add(List.of(
                who,
                path.replaceAll("[?&](from|to)=[0-9-]+", "") + ", " + days + " days",
                "%.0f".formatted(Bench.median(times)),
                "%.0f".formatted(Bench.quantile(times, 0.99)),
                Bench.quantile(times, 0.99) > GOAL ? "missed" : ""));
    }
}
