package io.tongban.bench;

import io.tongban.TestClient;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leave asked for and approved over HTTP by eight clients, against the engine's own REST interface that starts and
 * completes one user task with the same six fields. Both servers run; rounds alternate.
 */
final class SubmitBench {

    private static final int CLIENTS = 8;
    private static final int PEOPLE = Integer.getInteger("bench.people", 250);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 15);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 30);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private SubmitBench() {}

    /** One start and one decision. */
    private interface Cycle {
        void run(int client, int number);
    }

    private record Round(double perSecond, double cpuMillis) {}

    static void run(Database database) throws Exception {
        var home = Server.home("submit-" + database);
        var ours = database.empty(home);
        Company.found(ours, home, PEOPLE, 0);
        var theirHome = Server.home("submit-yardstick-" + database);
        var theirs = new LinkedHashMap<>(database.empty(theirHome));
        theirs.put("spring.profiles.active", "rest");
        var settings = new LinkedHashMap<>(ours);
        settings.put("tongban.home", home.toString());
        try (var product = Server.start(Server.product(), home, settings);
                var yardstick = Server.start(Server.yardstick(), theirHome, theirs)) {
            product.answers("/api/setup");
            yardstick.answers("/");
            var leave = new Leave(product);
            var plain = new Plain(yardstick);
            System.out.println("warming up");
            round(product, leave, WARM_UP);
            round(yardstick, plain, WARM_UP);
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("round", "Tongban/s", "engine-rest/s", "ratio", "Tongban cpu ms", "engine-rest cpu ms"));
            var all = new ArrayList<Round[]>();
            for (int round = 1; round <= ROUNDS; round++) {
                var pair = new Round[] {round(product, leave, SECONDS), round(yardstick, plain, SECONDS)};
                all.add(pair);
                rows.add(row(String.valueOf(round), pair[0], pair[1]));
            }
            rows.add(row("median", median(all, 0), median(all, 1)));
            Bench.table(rows);
        }
    }

    private static Round median(List<Round[]> all, int which) {
        return new Round(
                Bench.median(all.stream().mapToDouble(r -> r[which].perSecond()).toArray()),
                Bench.median(all.stream().mapToDouble(r -> r[which].cpuMillis()).toArray()));
    }

    private static List<String> row(String name, Round ours, Round theirs) {
        return List.of(
                name,
                number(ours.perSecond()),
                number(theirs.perSecond()),
                "%.2f".formatted(ours.perSecond() / theirs.perSecond()),
                "%.2f".formatted(ours.cpuMillis()),
                "%.2f".formatted(theirs.cpuMillis()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static Round round(Server server, Cycle cycle, int lasting) throws Exception {
        var until = System.nanoTime() + lasting * 1_000_000_000L;
        var cpu = server.cpuSeconds();
        var began = System.nanoTime();
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            var runs = new ArrayList<Callable<Integer>>();
            for (int client = 0; client < CLIENTS; client++) {
                int me = client;
                runs.add(() -> {
                    int done = 0;
                    while (System.nanoTime() < until) {
                        cycle.run(me, done++);
                    }
                    return done;
                });
            }
            int done = 0;
            for (var run : threads.invokeAll(runs)) {
                done += run.get();
            }
            var seconds = (System.nanoTime() - began) / 1e9;
            return new Round(done / seconds, (server.cpuSeconds() - cpu) * 1000 / done);
        } catch (ExecutionException e) {
            throw new IOException("A cycle failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Personal leave of an hour each, so many people and days that nothing overlaps and every balance suffices. */
    private static final class Leave implements Cycle {

        private static final int[] HOURS = {9, 10, 14, 15, 16};
        private static final int MOST = 160;

        private record Applicant(TestClient client, TestClient leader, String handover, AtomicInteger asked) {}

        private final List<List<Applicant>> applicants = new ArrayList<>();
        private final List<LocalDate> days = new ArrayList<>();

        Leave(Server server) {
            var leaders = new HashMap<Integer, TestClient>();
            var ids = new HashMap<Integer, String>();
            for (int client = 0; client < CLIENTS; client++) {
                applicants.add(new ArrayList<>());
            }
            for (int number = 1; number <= PEOPLE; number++) {
                var client = server.client().signIn(Company.account(number), Company.PASSWORD);
                ids.put(number, client.get("/api/me").ok().path("id").asString());
                if (Company.leads(number)) {
                    leaders.put(number, client);
                } else {
                    int first = Company.leaderOf(number);
                    var leader = Objects.requireNonNull(leaders.get(first));
                    var handover = Objects.requireNonNull(ids.get(first));
                    applicants.get(number % CLIENTS).add(new Applicant(client, leader, handover, new AtomicInteger()));
                }
            }
            for (var day : server.client()
                    .signIn(Company.account(1), Company.PASSWORD)
                    .get("/api/calendar/days?from=2026-03-01&to=2026-10-31")
                    .ok()
                    .path("items")) {
                if (List.of("work", "makeup").contains(day.path("kind").asString())) {
                    days.add(LocalDate.parse(day.path("date").asString()));
                }
            }
        }

        @Override
        public void run(int client, int number) {
            var mine = applicants.get(client);
            var applicant = mine.get(number % mine.size());
            int slot = applicant.asked().getAndIncrement();
            if (slot >= MOST) {
                throw new IllegalStateException("More leave than a year's balance: more people are needed");
            }
            var day = days.get(slot / HOURS.length);
            int hour = HOURS[slot % HOURS.length];
            var answers = Map.of(
                    "type", "personal",
                    "start", "%sT%02d:00".formatted(day, hour),
                    "end", "%sT%02d:00".formatted(day, hour + 1),
                    "reason", "家中有事,需要处理",
                    "handover", applicant.handover(),
                    "proof", List.of());
            var submitted = applicant
                    .client()
                    .post(
                            "/api/requests",
                            Map.of("process", "leave-request", "answers", answers),
                            UUID.randomUUID().toString())
                    .ok();
            var request = submitted.path("id").asString();
            for (var task :
                    applicant.leader().get("/api/tasks?view=todo&limit=20").ok().path("items")) {
                if (task.path("requestId").asString().equals(request)) {
                    var decided = applicant
                            .leader()
                            .post(
                                    "/api/tasks/" + task.path("id").asString() + "/approve",
                                    Map.of(
                                            "comment",
                                            "同意",
                                            "revision",
                                            task.path("revision").asInt()),
                                    UUID.randomUUID().toString())
                            .ok();
                    if (!decided.path("request").path("status").asString().equals("approved")) {
                        throw new IllegalStateException(decided.toString());
                    }
                    return;
                }
            }
            throw new IllegalStateException("The leader does not see request " + request);
        }
    }

    /** The engine's REST interface: no session, no permission, no form, no inbox. */
    private static final class Plain implements Cycle {

        private final TestClient client;

        Plain(Server server) {
            client = server.client();
        }

        @Override
        public void run(int me, int number) {
            var variables = new LinkedHashMap<String, Object>();
            for (var field : Map.of(
                            "type", "personal",
                            "start", "2026-03-02T09:00",
                            "end", "2026-03-02T10:00",
                            "reason", "家中有事,需要处理",
                            "handover", UUID.randomUUID().toString(),
                            "days", "0.125")
                    .entrySet()) {
                variables.put(field.getKey(), Map.of("value", field.getValue(), "type", "String"));
            }
            var started = client.post(
                            "/engine-rest/process-definition/key/plain/start",
                            Map.of("businessKey", UUID.randomUUID().toString(), "variables", variables))
                    .ok();
            var task = client.get("/engine-rest/task?processInstanceId="
                            + started.path("id").asString())
                    .ok()
                    .path(0);
            client.post("/engine-rest/task/" + task.path("id").asString() + "/complete", Map.of())
                    .ok();
        }
    }
}
