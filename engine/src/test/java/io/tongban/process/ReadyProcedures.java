package io.tongban.process;

import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import io.tongban.file.Samples;
import io.tongban.org.Departments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills in and decides the ready procedures as people would, with the answers of {@code ready-procedures.json}: {@code @}
 * is a person, {@code #} a department, {@code ^} an upload.
 */
@Component
class ReadyProcedures {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, Object>> ANSWERS = new TypeReference<>() {};

    private final Deployer deployer;
    private final TestCompany company;
    private final Departments departments;
    private final Roles roles;
    private final Tasks tasks;
    private final OfficeCheck check;
    private final Map<String, TestClient> clients = new HashMap<>();
    private boolean ready;

    ReadyProcedures(
            Deployer deployer,
            TestCompany company,
            Departments departments,
            Roles roles,
            Tasks tasks,
            OfficeCheck check) {
        this.deployer = deployer;
        this.company = company;
        this.departments = departments;
        this.roles = roles;
        this.tasks = tasks;
        this.check = check;
    }

    /** Deploys all of them, and gives their offices somebody; answers the keys. */
    synchronized List<String> open() {
        if (!ready) {
            ready = true;
            Deployer.templates().forEach((key, files) -> deployer.deploy("template " + key, files));
            for (var role : List.of("legal", "purchasing", "it", "office")) {
                roles.grant(company.id(company.employ("管" + role, "he.jing")), role);
            }
        }
        return List.copyOf(new TreeMap<>(Deployer.templates()).keySet());
    }

    static JsonNode of(String key) {
        try (var file = ReadyProcedures.class.getResourceAsStream("/ready-procedures.json")) {
            return JSON.readTree(file).path(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestClient client(String account) {
        return clients.computeIfAbsent(account, company::signIn);
    }

    /** The answers of the file as this person would send them, with some changed. */
    Map<String, Object> answers(TestClient who, String key, Map<String, ?> changes) {
        var answers = new LinkedHashMap<>(resolved(who, of(key).path("answers")));
        answers.putAll(changes);
        return answers;
    }

    Map<String, Object> resolved(TestClient who, JsonNode node) {
        var answers = new LinkedHashMap<String, Object>();
        JSON.convertValue(node, ANSWERS).forEach((name, value) -> answers.put(name, resolved(who, value)));
        return answers;
    }

    private Object resolved(TestClient who, Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> resolved(who, one)).toList();
        }
        if (!(value instanceof String text) || text.isEmpty()) {
            return value;
        }
        return switch (text.charAt(0)) {
            case '^' -> List.of(upload(who, "文件.pdf", Samples.PDF));
            case '@' -> company.id(text.substring(1));
            case '#' -> departments.byName(text.substring(1)).get(0).id();
            default -> text;
        };
    }

    static String upload(TestClient who, String name, byte[] bytes) {
        return who.upload("/api/files", name, "application/octet-stream", bytes)
                .ok()
                .at("/id")
                .asString();
    }

    String submit(String account, String key, Map<String, ?> changes) {
        open();
        var who = client(account);
        return who.post("/api/requests", Map.of("process", key, "answers", answers(who, key, changes)))
                .ok()
                .at("/id")
                .asString();
    }

    /** Steps that are open, with the accounts of who may act. */
    Map<String, List<String>> open(String request) {
        var open = new TreeMap<String, List<String>>();
        for (var task : tasks.open(request)) {
            var accounts = new ArrayList<>(open.getOrDefault(task.step(), List.of()));
            task.people().forEach(person -> accounts.add(company.account(person)));
            open.put(task.step(), accounts);
        }
        return open;
    }

    /** The first open task of a step. */
    Tasks.Open task(String request, String step) {
        return tasks.open(request).stream()
                .filter(task -> task.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(step + " is not open: " + open(request)));
    }

    /** Whoever is the first to hold a step. */
    TestClient holder(String request, String step) {
        return client(company.account(task(request, step).people().get(0)));
    }

    /** The first who holds the step does this, with the file's answers for it, and a signature where one is needed. */
    TestClient.Answer act(String request, String key, String step, String action) {
        var who = holder(request, step);
        var body = new HashMap<String, Object>(Map.of("comment", "看过了"));
        var own = of(key).path("steps").path(step);
        if (own.isObject()) {
            body.put("answers", resolved(who, own));
        }
        var task = task(request, step).taskId();
        if (who.get("/api/tasks/" + task).ok().path("needs").toString().contains("signature")) {
            body.put("signature", upload(who, "签名.png", Samples.signature()));
        }
        var answer = who.post("/api/tasks/" + task + "/" + action, body);
        check.request(request);
        return answer;
    }

    /** Everybody says yes, until nothing is open; answers the steps and who acted in them. */
    List<String> walk(String request, String key) {
        var walked = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            var open = tasks.open(request);
            if (open.isEmpty()) {
                return walked;
            }
            var step = open.get(0).step();
            var account = company.account(open.get(0).people().get(0));
            var actions = client(account)
                    .get("/api/tasks/" + open.get(0).taskId())
                    .ok()
                    .path("actions");
            act(request, key, step, actions.toString().contains("\"approve\"") ? "approve" : "complete")
                    .ok();
            walked.add(step + " " + account);
        }
        throw new AssertionError("it does not end: " + walked);
    }
}
