package io.tongban.bench;

import io.tongban.Sketch;
import io.tongban.TestClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Fifty people of one vote decide at the same moment, over HTTP; round after round. */
final class VoteBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 20);
    private static final int VOTERS = 50;

    private VoteBench() {}

    static void run(Database database) throws Exception {
        var home = Server.home("vote-" + database);
        var settings = new LinkedHashMap<>(database.empty(home));
        var model = Sketch.of("bench-vote").task("Task_Vote", "field:people", "deciding", "all");
        Company.found(settings, home, VOTERS + 1, 0, List.of(model));
        settings.put("tongban.home", home.toString());
        try (var server = Server.start(Server.product(), home, settings)) {
            server.answers("/api/setup");
            var applicant = server.client().signIn(Company.account(VOTERS + 1), Company.PASSWORD);
            var voters = new ArrayList<TestClient>();
            var ids = new ArrayList<String>();
            for (int voter = 1; voter <= VOTERS; voter++) {
                var client = server.client().signIn(Company.account(voter), Company.PASSWORD);
                voters.add(client);
                ids.add(client.get("/api/me").ok().path("id").asString());
            }
            for (int round = 0; round < 3; round++) {
                round(applicant, voters, ids);
            }
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("round", "ballot p50 ms", "slowest ballot ms"));
            var slowest = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                var times = round(applicant, voters, ids);
                slowest[round] = Bench.quantile(times, 1);
                rows.add(List.of(
                        String.valueOf(round + 1),
                        "%.0f".formatted(Bench.median(times)),
                        "%.0f".formatted(slowest[round])));
            }
            Bench.table(rows);
            System.out.printf("slowest ballot of all rounds: %.0f ms%n", Bench.quantile(slowest, 1));
        }
    }

    private static double[] round(TestClient applicant, List<TestClient> voters, List<String> ids) throws Exception {
        var request = applicant
                .post(
                        "/api/requests",
                        Map.of("process", "bench-vote", "answers", Map.of("topic", "表决", "people", ids)),
                        UUID.randomUUID().toString())
                .ok()
                .path("id")
                .asString();
        var go = new CountDownLatch(1);
        var ballots = new ArrayList<Callable<Double>>();
        for (var voter : voters) {
            var task = voter.get("/api/requests/" + request).ok().path("myTask").asString();
            ballots.add(() -> {
                go.await();
                var began = System.nanoTime();
                voter.post("/api/tasks/" + task + "/approve", Map.of("comment", "同意"), task)
                        .ok();
                return (System.nanoTime() - began) / 1e6;
            });
        }
        var threads = Executors.newFixedThreadPool(voters.size());
        try {
            var cast = ballots.stream().map(threads::submit).toList();
            go.countDown();
            var times = new double[cast.size()];
            for (int i = 0; i < times.length; i++) {
                times[i] = cast.get(i).get();
            }
            var status = applicant
                    .get("/api/requests/" + request)
                    .ok()
                    .path("status")
                    .asString();
            if (!status.equals("approved")) {
                throw new IllegalStateException("Not every ballot was counted: " + status);
            }
            return times;
        } finally {
            threads.shutdownNow();
        }
    }
}
