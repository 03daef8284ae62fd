package io.tongban.bench;

import io.tongban.Sketch;
import io.tongban.TestClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who will be asked, for a process of ten steps, over HTTP, one client after the other. */
final class PreviewBench {

    private static final int PEOPLE = Integer.getInteger("bench.people", 250);
    private static final int CALLS = Integer.getInteger("bench.calls", 1_000);
    private static final int READERS = 20;
    private static final int STEPS = 10;

    private PreviewBench() {}

    static void run(Database database) throws Exception {
        var home = Server.home("preview-" + database);
        var settings = new LinkedHashMap<>(database.empty(home));
        Company.found(settings, home, PEOPLE, 0, List.of(ten()));
        settings.put("tongban.home", home.toString());
        try (var server = Server.start(Server.product(), home, settings)) {
            server.answers("/api/setup");
            var readers = new ArrayList<TestClient>();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(server.client().signIn(Company.account(2 + reader), Company.PASSWORD));
            }
            calls(readers, CALLS);
            var times = calls(readers, CALLS);
            Bench.table(List.of(
                    List.of("steps", "calls", "p50 ms", "p95 ms", "p99 ms"),
                    List.of(
                            String.valueOf(STEPS),
                            String.valueOf(CALLS),
                            "%.1f".formatted(Bench.quantile(times, 0.5)),
                            "%.1f".formatted(Bench.quantile(times, 0.95)),
                            "%.1f".formatted(Bench.quantile(times, 0.99)))));
        }
    }

    private static Sketch ten() {
        var rules = List.of("leader", "head", "leaders:2");
        var sketch = Sketch.of("bench-ten");
        for (int step = 1; step <= STEPS; step++) {
            sketch.task("Task_" + step, rules.get(step % rules.size()));
        }
        return sketch;
    }

    private static double[] calls(List<TestClient> readers, int calls) {
        var times = new double[calls];
        for (int call = 0; call < calls; call++) {
            var answers = Map.of("topic", "第 " + call + " 次", "amount", call);
            var began = System.nanoTime();
            var way = readers.get(call % readers.size())
                    .post("/api/processes/bench-ten/preview", Map.of("answers", answers))
                    .ok();
            times[call] = (System.nanoTime() - began) / 1e6;
            if (way.path("steps").size() != STEPS) {
                throw new IllegalStateException("Not the whole way: " + way);
            }
        }
        return times;
    }
}
