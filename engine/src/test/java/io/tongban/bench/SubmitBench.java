package io.tongban.bench;

import io.tongban.TestClient;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

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
    private static final String YARDSTICK = "engine-rest";

    /** Another build of the product to compare with in the same run. */
    private static final @Nullable String BEFORE = System.getProperty("bench.before");

    private SubmitBench() {}

    /** One start and one decision. */
    private interface Cycle {
        void run(int client, int number);
    }

    private record Subject(String name, Server server, Cycle cycle) {}

    private record Round(double perSecond, double cpuMillis) {}

    static void run(Database database) throws Exception {
        try (var servers = new Servers()) {
            var subjects = new ArrayList<Subject>();
            subjects.add(product("Tongban", Server.product(), database, servers));
            if (BEFORE != null) {
                subjects.add(product("before", Server.jar(BEFORE), database, servers));
            }
            subjects.add(yardstick(database, servers));
            System.out.println("warming up");
            for (var subject : subjects) {
                round(subject, WARM_UP);
            }
            var head = new ArrayList<String>();
            head.add("round");
            subjects.forEach(subject -> head.addAll(List.of(subject.name() + "/s", "cpu ms")));
            head.add("Tongban/" + YARDSTICK);
            var rows = new ArrayList<List<String>>();
            rows.add(head);
            var all = new ArrayList<List<Round>>();
            for (int round = 1; round <= ROUNDS; round++) {
                var one = new ArrayList<Round>();
                for (var subject : subjects) {
                    one.add(round(subject, SECONDS));
                }
                all.add(one);
                rows.add(row(String.valueOf(round), one));
            }
            var medians = new ArrayList<Round>();
            for (int i = 0; i < subjects.size(); i++) {
                medians.add(median(all, i));
            }
            rows.add(row("median", medians));
            Bench.table(rows);
        }
    }

    private static Subject product(String name, List<String> options, Database database, Servers servers)
            throws Exception {
        var home = Server.home("submit-" + name + "-" + database);
        var settings = new LinkedHashMap<>(database.empty(home));
        Company.found(settings, home, PEOPLE, 0);
        settings.put("tongban.home", home.toString());
        var server = servers.start(options, home, settings);
        server.answers("/api/setup");
        return new Subject(name, server, new Leave(server));
    }

    private static Subject yardstick(Database database, Servers servers) throws Exception {
        var home = Server.home("submit-yardstick-" + database);
        var settings = new LinkedHashMap<>(database.emptyForYardstick(home));
        settings.put("spring.profiles.active", "rest");
        var server = servers.start(Server.yardstick(), home, settings);
        server.answers("/");
        return new Subject(YARDSTICK, server, new Plain(server));
    }

    private static Round median(List<List<Round>> all, int which) {
        return new Round(
                Bench.median(
                        all.stream().mapToDouble(r -> r.get(which).perSecond()).toArray()),
                Bench.median(
                        all.stream().mapToDouble(r -> r.get(which).cpuMillis()).toArray()));
    }

    private static List<String> row(String name, List<Round> rounds) {
        var row = new ArrayList<String>();
        row.add(name);
        for (var round : rounds) {
            row.add("%.1f".formatted(round.perSecond()));
            row.add("%.2f".formatted(round.cpuMillis()));
        }
        row.add("%.2f"
                .formatted(rounds.get(0).perSecond()
                        / rounds.get(rounds.size() - 1).perSecond()));
        return row;
    }

    private static Round round(Subject subject, int lasting) throws Exception {
        var server = subject.server();
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
                        subject.cycle().run(me, done++);
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
