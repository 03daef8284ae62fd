package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.access.Roles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Every call of the office modules that takes a body is sent nonsense, field by field: the server answers in words. */
@ProductTest
class NonsenseTest {

    private static final String OFFICE = "/api/(meetings|rooms|worktasks|expenses|grants|onboardings|leaves)(/.*)?";

    /** These end what the others are tried on; they come last. */
    private static final List<String> ENDING = List.of("cancel", "stop", "payments", "give-back", "revoke");

    private static final List<@Nullable Object> NONSENSE = Collections.unmodifiableList(Arrays.asList(
            null,
            "",
            "  ",
            "nonsense",
            "\u0000",
            "\uD83D\uDE00".repeat(20_000),
            -1,
            1.5,
            99_999_999_999L,
            true,
            Map.of(),
            Map.of("x", List.of(Map.of())),
            List.of(),
            Collections.singletonList(null),
            List.of("nobody"),
            List.of(Map.of("x", 1)),
            Collections.nCopies(3_000, "x")));

    private static final List<String> BODIES =
            List.of("", "null", "[]", "[null]", "1", "\"x\"", "{", "{}", "{\"x\":1}", "[".repeat(2_000));

    @Autowired
    TestCompany company;

    @Autowired
    Roles roles;

    @Autowired
    Clock clock;

    @Test
    void nonsense_is_refused_and_never_brings_a_call_to_fail() {
        var account = company.employ("万能", "zhao.min");
        roles.grant(company.id(account), Roles.ADMINISTRATOR);
        roles.grant(company.id(account), "finance");
        roles.grant(company.id(account), "hr");
        var client = company.signIn(account);
        var known = things(client, account);
        var failed = new ArrayList<String>();
        var calls = calls(client);
        assertThat(calls).hasSizeGreaterThan(20);
        for (var call : calls) {
            for (var body : BODIES) {
                tryOut(client, call, known, body, failed);
            }
            for (var field : call.fields()) {
                for (var nonsense : NONSENSE) {
                    var body = new HashMap<String, @Nullable Object>();
                    body.put(field, nonsense);
                    tryOut(client, call, known, body, failed);
                }
            }
        }
        assertThat(failed).isEmpty();
        roles.revoke(company.id(account), Roles.ADMINISTRATOR);
        roles.revoke(company.id(account), "finance");
        roles.revoke(company.id(account), "hr");
    }

    private record Call(String method, String path, List<String> fields) {}

    private void tryOut(TestClient client, Call call, Map<String, String> known, Object body, List<String> failed) {
        var path = call.path();
        for (var thing : known.entrySet()) {
            path = path.replaceFirst("^" + thing.getKey() + "/\\{[a-zA-Z]+}", thing.getKey() + "/" + thing.getValue());
        }
        path = path.replaceAll("\\{year}", "2026").replaceAll("\\{[a-zA-Z]+}", "nobody");
        var answer = client.send(
                call.method(),
                path,
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        var said = String.valueOf(body);
        if (answer.status() >= 500 || answer.status() >= 400 && answer.title().isBlank()) {
            failed.add(call.method() + " " + path + " " + said.substring(0, Math.min(200, said.length())) + " → "
                    + answer.status() + " " + answer.text());
        }
    }

    /** One of each kind that the caller may do everything with. */
    private Map<String, String> things(TestClient client, String account) {
        var known = new LinkedHashMap<String, String>();
        known.put(
                "/api/meetings",
                submit(
                        client,
                        "meeting-booking",
                        Map.of(
                                "topic",
                                "例会",
                                "start",
                                "2026-12-07T14:00",
                                "end",
                                "2026-12-07T15:00",
                                "online",
                                "https://meet.example")));
        known.put(
                "/api/worktasks",
                submit(
                        client,
                        "worktask",
                        Map.of(
                                "name",
                                "整理",
                                "goal",
                                "整理",
                                "owner",
                                company.id(account),
                                "end",
                                LocalDate.now(clock).plusDays(9).toString(),
                                "acceptors",
                                List.of(company.id("chen.yu")))));
        var line = Map.of(
                "category",
                "meals",
                "date",
                LocalDate.now(clock).toString(),
                "amount",
                "10",
                "tax",
                "0",
                "invoiceNumber",
                UUID.randomUUID().toString().substring(0, 20));
        var claim = submit(
                client,
                "expense-claim",
                Map.of("title", "餐费", "department", company.development(), "lines", List.of(line)));
        known.put("/api/expenses", claim);
        var room = Map.of("name", "测试" + UUID.randomUUID().toString().substring(0, 8), "place", "3 楼", "seats", 4);
        known.put("/api/rooms", made(client.post("/api/rooms", room)));
        var thing = Map.of(
                "kind", "folder", "name", "共享", "department", company.development(), "owner", company.id(account));
        known.put("/api/grants/things", made(client.post("/api/grants/things", thing)));
        known.put("/api/grants", "nobody");
        var newcomer = Map.<String, Object>of(
                "hireName",
                "林越",
                "account",
                "n" + UUID.randomUUID().toString().substring(0, 12),
                "department",
                company.development(),
                "position",
                "工程师",
                "leader",
                company.id("zhao.min"),
                "startDate",
                "2026-12-07");
        known.put("/api/onboardings", submit(client, "onboarding", newcomer));
        known.put("/api/leaves/people", company.id("chen.yu"));
        return known;
    }

    private static String made(TestClient.Answer answer) {
        return answer.ok().path("id").asString();
    }

    private static String submit(TestClient client, String process, Map<String, Object> answers) {
        return client.post(
                        "/api/requests",
                        Map.of("process", process, "answers", answers),
                        UUID.randomUUID().toString())
                .ok()
                .path("id")
                .asString();
    }

    private static List<Call> calls(TestClient client) {
        var api = client.get("/api/openapi.json").ok();
        var calls = new ArrayList<Call>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var body = method.getValue().at("/requestBody/content/application~1json/schema");
                    if (path.getKey().matches(OFFICE) && !body.isMissingNode()) {
                        calls.add(new Call(
                                method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), fields(api, body)));
                    }
                }));
        calls.sort(java.util.Comparator.comparing(call -> ENDING.stream().anyMatch(call.path()::contains)));
        return calls;
    }

    private static List<String> fields(JsonNode api, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        var resolved = reference.isEmpty() ? schema : api.at(reference.substring(1));
        return StreamSupport.stream(resolved.path("properties").properties().spliterator(), false)
                .map(Map.Entry::getKey)
                .toList();
    }
}
