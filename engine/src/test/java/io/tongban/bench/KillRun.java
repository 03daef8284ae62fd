package io.tongban.bench;

import io.tongban.TestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Demo people ask for leave and their leaders approve it, and others vote on requests with everything that people can do
 * there, while the server is killed at random moments. After each restart every answered request and decision must be
 * there, and what was not answered is repeated with its key; at the end everything must be there exactly once, in lists,
 * trails and balances.
 */
final class KillRun {

    static final String PASSWORD = "Tongban-demo-1";

    private static final int WORKERS = 6;
    /** Of the workers so many work on votes. */
    private static final int VOTING = 2;

    private static final int MINUTES = 60;
    private static final int[] HOURS = {9, 10, 14, 15, 16};

    /** What was found in the end. */
    record Result(
            int kills,
            int requests,
            int decisions,
            int repeatedRequests,
            int repeatedDecisions,
            int votes,
            int deeds,
            int repeatedDeeds) {

        @Override
        public String toString() {
            return ("%d kills: %d requests and %d decisions, %d votes with %d deeds, all there once;"
                            + " unanswered and repeated: %d, %d and %d")
                    .formatted(
                            kills,
                            requests,
                            decisions,
                            votes,
                            deeds,
                            repeatedRequests,
                            repeatedDecisions,
                            repeatedDeeds);
        }
    }

    private static final class Applicant {
        final String account;
        final String leader;

        @Nullable
        TestClient client;

        @Nullable
        TestClient leaderClient;

        int asked;
        int before;
        String id = "";
        final List<Leave> leaves = new ArrayList<>();
        final List<KillVote> votes = new java.util.concurrent.CopyOnWriteArrayList<>();

        Applicant(String account, String leader) {
            this.account = account;
            this.leader = leader;
        }
    }

    /** One leave: what was sent, and what was answered. */
    private static final class Leave {
        final String key = UUID.randomUUID().toString();
        final String decisionKey = UUID.randomUUID().toString();
        final Map<String, Object> body;
        volatile @Nullable String id;
        volatile @Nullable String task;
        volatile boolean approved;

        Leave(Map<String, Object> body) {
            this.body = body;
        }
    }

    private final List<String> options;
    private final Path home;
    private final Map<String, String> settings;
    private final Random random = new Random();
    private final List<Applicant> applicants = new ArrayList<>();
    private int repeatedRequests;
    private int repeatedDecisions;
    private int repeatedDeeds;

    KillRun(List<String> options, Path home, Map<String, String> settings) {
        this.options = options;
        this.home = home;
        this.settings = settings;
    }

    Result run(int kills) throws Exception {
        try (var server = start()) {
            people().forEach((account, leader) -> applicants.add(new Applicant(account, leader)));
            // The demo company is made after the server begins to answer.
            server.says("The demo company is ready");
            applicants.forEach(applicant -> signIn(applicant, server));
            applicants.forEach(a -> a.before = started(a).size());
            applicants.forEach(
                    a -> a.id = client(a).get("/api/me").ok().path("id").asString());
            load(server);
        }
        for (int kill = 1; kill < kills; kill++) {
            try (var server = start()) {
                repeat(server);
                load(server);
            }
        }
        try (var server = start()) {
            repeat(server);
            int requests = 0;
            int votes = 0;
            int deeds = 0;
            for (var applicant : applicants) {
                check(applicant);
                applicant.votes.forEach(vote -> vote.check(this::clientOf));
                requests += applicant.leaves.size();
                votes += applicant.votes.size();
                deeds += applicant.votes.stream().mapToInt(KillVote::deeds).sum();
            }
            return new Result(
                    kills, requests, requests, repeatedRequests, repeatedDecisions, votes, deeds, repeatedDeeds);
        }
    }

    private Server start() throws IOException {
        var server = Server.start(options, home, settings);
        server.answers("/actuator/health");
        return server;
    }

    /** Sends requests and decisions until the server is killed under them. */
    private void load(Server server) throws InterruptedException {
        applicants.forEach(applicant -> connect(applicant, server));
        var failures = new ConcurrentLinkedQueue<Throwable>();
        var workers = Executors.newFixedThreadPool(WORKERS);
        for (int worker = 0; worker < WORKERS; worker++) {
            int me = worker;
            workers.execute(() -> {
                try {
                    if (me < VOTING) {
                        vote(me);
                    } else {
                        work(me);
                    }
                } catch (UncheckedIOException killed) {
                    // The answer got lost with the server.
                } catch (Throwable failure) {
                    failures.add(failure);
                }
            });
        }
        Server.sleep(500 + random.nextInt(2_500));
        server.kill();
        workers.shutdown();
        if (!workers.awaitTermination(60, TimeUnit.SECONDS)) {
            throw new AssertionError("A call to the killed server never ended");
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("A call was refused", failures.peek());
        }
    }

    private void work(int worker) {
        while (true) {
            for (int i = worker; i < applicants.size(); i += WORKERS) {
                var applicant = applicants.get(i);
                var leave = new Leave(next(applicant));
                applicant.leaves.add(leave);
                submit(applicant, leave);
                decide(applicant, leave);
            }
        }
    }

    private void vote(int worker) {
        for (int i = worker; ; i += VOTING) {
            var applicant = applicants.get(i % applicants.size());
            var others = applicants.stream()
                    .map(a -> a.account)
                    .filter(account -> !account.equals(applicant.account) && !account.equals(applicant.leader))
                    .toList();
            var voters = new ArrayList<String>();
            for (int voter = 0; voter < 4; voter++) {
                voters.add(others.get((i + voter) % others.size()));
            }
            var ids = new java.util.HashMap<String, String>();
            applicants.forEach(a -> ids.put(a.account, a.id));
            var vote = new KillVote(applicant.account, applicant.leader, voters, ids);
            applicant.votes.add(vote);
            vote.goOn(this::clientOf, false);
        }
    }

    private TestClient clientOf(String account) {
        return applicants.stream()
                .flatMap(a -> a.account.equals(account)
                        ? java.util.stream.Stream.of(client(a))
                        : a.leader.equals(account)
                                ? java.util.stream.Stream.of(java.util.Objects.requireNonNull(a.leaderClient))
                                : java.util.stream.Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private static void submit(Applicant applicant, Leave leave) {
        var id = client(applicant)
                .post("/api/requests", leave.body, leave.key)
                .ok()
                .path("id")
                .asString();
        if (leave.id != null && !leave.id.equals(id)) {
            throw new AssertionError("The key " + leave.key + " answered two requests");
        }
        leave.id = id;
    }

    private static void decide(Applicant applicant, Leave leave) {
        var leader = java.util.Objects.requireNonNull(applicant.leaderClient);
        if (leave.task == null) {
            leave.task = client(applicant)
                    .get("/api/requests/" + leave.id)
                    .ok()
                    .path("openTasks")
                    .path(0)
                    .path("id")
                    .asString();
        }
        var answer = leader.post("/api/tasks/" + leave.task + "/approve", Map.of("comment", "同意"), leave.decisionKey)
                .ok();
        if (!answer.path("request").path("status").asString().equals("approved")) {
            throw new AssertionError("Not approved: " + answer);
        }
        leave.approved = true;
    }

    /** What was answered is there; what was not is sent again with its key, once it is known and once it is not. */
    private void repeat(Server server) {
        applicants.forEach(applicant -> connect(applicant, server));
        for (var applicant : applicants) {
            for (var vote : applicant.votes) {
                repeatedDeeds += vote.goOn(this::clientOf, true);
            }
            for (var leave : applicant.leaves) {
                if (leave.approved) {
                    continue;
                }
                if (leave.id == null) {
                    repeatedRequests++;
                    submit(applicant, leave);
                }
                submit(applicant, leave);
                repeatedDecisions++;
                decide(applicant, leave);
                decide(applicant, leave);
            }
        }
    }

    /** Everything once: the list of requests, each trail, and the balance. */
    private static void check(Applicant applicant) {
        var listed = started(applicant);
        var known = java.util.stream.Stream.concat(
                        applicant.leaves.stream().map(l -> l.id),
                        applicant.votes.stream().map(v -> v.id))
                .toList();
        if (listed.size() != applicant.before + known.size() || !listed.containsAll(known)) {
            throw new AssertionError("%s has %d requests, answered were %d and %d before"
                    .formatted(applicant.account, listed.size(), known.size(), applicant.before));
        }
        for (var leave : applicant.leaves) {
            var request = client(applicant).get("/api/requests/" + leave.id).ok();
            int approvals = 0;
            for (var entry : request.path("timeline")) {
                approvals += entry.path("action").asString().equals("approve") ? 1 : 0;
            }
            if (approvals != 1 || !request.path("status").asString().equals("approved")) {
                throw new AssertionError("Approved %d times: %s".formatted(approvals, request));
            }
        }
        for (var balance : client(applicant)
                .get("/api/leaves/balances?year=" + year())
                .ok()
                .path("items")) {
            if (balance.path("type").asString().equals("personal")
                    && balance.path("used").asInt() != MINUTES * applicant.leaves.size()) {
                throw new AssertionError("%s took %d hours, the balance says %s"
                        .formatted(applicant.account, applicant.leaves.size(), balance));
            }
        }
    }

    private static List<String> started(Applicant applicant) {
        var ids = new ArrayList<String>();
        String cursor = "";
        do {
            var page = client(applicant)
                    .get("/api/tasks?view=started&limit=100&cursor=" + cursor)
                    .ok();
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }

    private void signIn(Applicant applicant, Server server) {
        applicant.client = server.client().signIn(applicant.account, PASSWORD);
        applicant.leaderClient = applicants.stream()
                .filter(a -> a.account.equals(applicant.leader) && a.client != null)
                .findFirst()
                .map(a -> a.client)
                .orElseGet(() -> server.client().signIn(applicant.leader, PASSWORD));
    }

    /** Sessions outlive the server. */
    private static void connect(Applicant applicant, Server server) {
        applicant.client = server.client().cookie(client(applicant).cookie());
        applicant.leaderClient = server.client()
                .cookie(java.util.Objects.requireNonNull(applicant.leaderClient).cookie());
    }

    private static TestClient client(Applicant applicant) {
        return java.util.Objects.requireNonNull(applicant.client);
    }

    private static int year() {
        return LocalDate.now(java.time.ZoneOffset.UTC).getYear() + 1;
    }

    /** An hour of next year that this person has not asked for yet. */
    private static Map<String, Object> next(Applicant applicant) {
        int slot = applicant.asked++;
        var day = LocalDate.of(year(), 3, 1);
        for (int left = slot / HOURS.length; left >= 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        int hour = HOURS[slot % HOURS.length];
        return Map.of(
                "process",
                "leave-request",
                "answers",
                Map.of(
                        "type",
                        "personal",
                        "start",
                        "%sT%02d:00".formatted(day, hour),
                        "end",
                        "%sT%02d:00".formatted(day, hour + 1),
                        "reason",
                        "家中有事"));
    }

    /** Login names of demo people with their leaders'. */
    private static Map<String, String> people() throws IOException {
        var leaders = new java.util.TreeMap<String, String>();
        new ClassPathResource("io/tongban/demo/people.tsv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .filter(row -> !row[4].isEmpty())
                .forEach(row -> leaders.put(row[0], row[4]));
        return leaders;
    }
}
