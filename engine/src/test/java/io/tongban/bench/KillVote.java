package io.tongban.bench;

import io.tongban.TestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request that several people decide while the server may die at any moment: ballots, an added signer, a return, a
 * ballot taken back. Every deed has a key; one that was not answered is sent again with it.
 */
final class KillVote {

    /** Who does what; {@code like} is the earlier deed on whose task it is done, -1 for the open one. */
    private static final class Deed {
        final String who;
        final String action;
        final Map<String, Object> body;
        final int like;
        final String key = UUID.randomUUID().toString();
        volatile @Nullable String task;
        volatile boolean answered;

        Deed(String who, String action, Map<String, Object> body, int like) {
            this.who = who;
            this.action = action;
            this.body = body;
            this.like = like;
        }
    }

    private static final List<String> TRAIL = List.of(
            "submit",
            "approve",
            "add-before",
            "approve",
            "return",
            "submit",
            "approve",
            "approve",
            "take-back",
            "approve",
            "approve");

    private final String applicant;
    private final String key = UUID.randomUUID().toString();
    private final Map<String, Object> body;
    private final List<Deed> deeds = new ArrayList<>();
    volatile @Nullable String id;

    /**
     * @param voters login names of three members and of somebody who is added
     * @param ids person ids by login name
     */
    KillVote(String applicant, String leader, List<String> voters, Map<String, String> ids) {
        this.applicant = applicant;
        var members = voters.subList(0, 3).stream().map(ids::get).toList();
        this.body =
                Map.of("process", "trial-rounds", "answers", Map.of("topic", "表决事项", "amount", 1, "people", members));
        var a = voters.get(0);
        var b = voters.get(1);
        var c = voters.get(2);
        var d = voters.get(3);
        deed(a, "approve", Map.of("comment", "同意"), -1);
        deed(
                b,
                "add-signers",
                Map.of(
                        "comment",
                        "请先看",
                        "where",
                        "before",
                        "mode",
                        "all",
                        "people",
                        List.of(String.valueOf(ids.get(d)))),
                -1);
        deed(d, "approve", Map.of("comment", "同意"), -1);
        deed(b, "return", Map.of("comment", "请补充", "to", "applicant", "resume", "straight"), -1);
        deed(applicant, "submit", Map.of("comment", "已补充"), -1);
        deed(b, "approve", Map.of("comment", "同意"), -1);
        deed(c, "approve", Map.of("comment", "同意"), -1);
        deed(c, "take-back", Map.of("comment", "再看看"), 6);
        deed(c, "approve", Map.of("comment", "同意"), 6);
        deed(leader, "approve", Map.of("comment", "同意"), -1);
    }

    private void deed(String who, String action, Map<String, Object> body, int like) {
        deeds.add(new Deed(who, action, body, like));
    }

    /** Goes on from where it is to the end; answers how many deeds had to be sent again. */
    int goOn(Function<String, TestClient> clients, boolean again) {
        int repeated = 0;
        if (id == null || again) {
            repeated += id == null && again ? 1 : 0;
            submit(clients.apply(applicant));
        }
        for (var deed : deeds) {
            if (!deed.answered) {
                if (again && deed.task != null) {
                    repeated++;
                    act(clients.apply(deed.who), deed);
                    again = false;
                }
                act(clients.apply(deed.who), deed);
            }
        }
        return repeated;
    }

    private void submit(TestClient client) {
        var answered = client.post("/api/requests", body, key).ok().path("id").asString();
        if (id != null && !answered.equals(id)) {
            throw new AssertionError("The key " + key + " answered two requests");
        }
        id = answered;
    }

    private void act(TestClient client, Deed deed) {
        if (deed.task == null) {
            deed.task = deed.like < 0
                    ? client.get("/api/requests/" + id).ok().path("myTask").asString()
                    : deeds.get(deed.like).task;
        }
        client.post("/api/tasks/" + deed.task + "/" + deed.action, deed.body, deed.key)
                .ok();
        deed.answered = true;
    }

    int deeds() {
        return 1 + deeds.size();
    }

    /** Every deed stands in the trail once, in its order. */
    void check(Function<String, TestClient> clients) {
        var request = clients.apply(applicant).get("/api/requests/" + id).ok();
        var trail = request.path("timeline")
                .valueStream()
                .map(line -> line.path("action").asString())
                .toList();
        if (!trail.equals(TRAIL) || !request.path("status").asString().equals("approved")) {
            throw new AssertionError("The trail is " + trail + ": " + request);
        }
    }
}
