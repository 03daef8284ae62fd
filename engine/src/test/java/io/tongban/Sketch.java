package io.tongban;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small model for one test: what is added stands one after the other, from the applicant's task to an approved end.
 * Its form is that of {@code trial-vote}, with the answers topic, way, people, remark and amount.
 */
public final class Sketch {

    private static final String FRAME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Sketch" targetNamespace="http://tongban.io/bpmn">
              %s<bpmn:process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P30D">
                %s
                <bpmn:startEvent id="Start_Asked"%s
                %s
                <bpmn:endEvent id="End_Approved"%s
                %s
              </bpmn:process>
            </bpmn:definitions>
            """;

    /** A node, or a block between two gateways: where flows come in and go out. */
    private record Part(String from, String to) {}

    private final String key;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<String> first = new ArrayList<>();
    private final StringBuilder nodes = new StringBuilder();
    private final StringBuilder flows = new StringBuilder();
    private final Map<String, StringBuilder> ends = new TreeMap<>();
    private final StringBuilder messages = new StringBuilder();

    private Sketch(String key) {
        this.key = key;
        properties.put("numberPrefix", "CG");
        properties.put("title", "{topic}");
        parts.add(new Part("Start_Asked", "Start_Asked"));
        parts.add(new Part("Task_Apply", "Task_Apply"));
    }

    /** Further properties of the applicant's step, such as {@code hidden}. */
    public Sketch first(String... more) {
        first.addAll(List.of(more));
        return this;
    }

    private void applicantsStep() {
        var all = new ArrayList<>(List.of("approver", "applicant", "actions", "submit"));
        all.addAll(first);
        user(
                "Task_Apply",
                " camunda:formRef=\"trial-vote\" camunda:formRefBinding=\"deployment\"",
                "",
                all.toArray(String[]::new));
    }

    public static Sketch of(String key) {
        return new Sketch(key);
    }

    /** A property of the process, such as {@code facts}. */
    public Sketch with(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /**
     * A user task with its approver rule and further properties, as name, value, name, value; what begins with
     * {@code camunda:} is an attribute.
     */
    public Sketch task(String id, String approver, String... more) {
        parts.add(userPart(id, "", approver, more));
        return this;
    }

    /** A task that each of the people in a fact has for themselves. */
    public Sketch each(String id, String fact, String... more) {
        parts.add(userPart(
                id,
                "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${" + fact
                        + "}\" camunda:elementVariable=\"one\" />",
                "holder:one",
                more));
        return this;
    }

    /** A deed of the system. */
    public Sketch step(String id, String step) {
        parts.add(service(id, step, ""));
        return this;
    }

    /** Branches that run at the same time; each is a list of parts of its own. */
    public Sketch parallel(String id, Branch... branches) {
        return block("parallelGateway", id, branches);
    }

    /** The same with inclusive gateways, all of whose ways are taken. */
    public Sketch inclusive(String id, Branch... branches) {
        return block("inclusiveGateway", id, branches);
    }

    /** User tasks of one branch: id, approver, id, approver. */
    public record Branch(List<String> tasks, List<String> properties) {

        public static Branch of(String... tasks) {
            return new Branch(List.of(tasks), List.of());
        }

        public Branch with(String... more) {
            return new Branch(tasks, List.of(more));
        }
    }

    /** After a while a reminder that runs beside the task, waits for a time of its own and ends. */
    public Sketch reminder(String timer, String task, String after, String then) {
        boundary(timer, task, after, false);
        var wait = timer + "_Wait";
        nodes.append("<bpmn:intermediateCatchEvent id=\"%s\"%s"
                .formatted(wait, flowsOf(wait, "bpmn:intermediateCatchEvent", timed(wait, then))));
        flow(timer, wait);
        var step = timer + "_Step";
        service(
                step,
                "process.remind",
                "<camunda:inputOutput><camunda:inputParameter name=\"step\">" + task
                        + "</camunda:inputParameter></camunda:inputOutput>");
        flow(wait, step);
        end(timer + "_End", "");
        flow(step, timer + "_End");
        return this;
    }

    /** After a while the task is given up and another end is reached. */
    public Sketch deadline(String timer, String task, String after, String outcome) {
        boundary(timer, task, after, true);
        end(timer + "_End", outcome);
        flow(timer, timer + "_End");
        return this;
    }

    /** What a message starts beside everything else: it waits for a time and ends. */
    public Sketch beside(String id, String message, String wait) {
        messages.append("<bpmn:message id=\"Message_%s\" name=\"%s\" />".formatted(id, message));
        var inner = id + "_Wait";
        nodes.append("""
                <bpmn:subProcess id="%1$s" triggeredByEvent="true">
                  <bpmn:startEvent id="%1$s_Start" isInterrupting="false"><bpmn:outgoing>%1$s_F1</bpmn:outgoing><bpmn:messageEventDefinition id="%1$s_Def" messageRef="Message_%1$s" /></bpmn:startEvent>
                  <bpmn:sequenceFlow id="%1$s_F1" sourceRef="%1$s_Start" targetRef="%2$s" />
                  <bpmn:intermediateCatchEvent id="%2$s"><bpmn:incoming>%1$s_F1</bpmn:incoming><bpmn:outgoing>%1$s_F2</bpmn:outgoing>%3$s</bpmn:intermediateCatchEvent>
                  <bpmn:sequenceFlow id="%1$s_F2" sourceRef="%2$s" targetRef="%1$s_End" />
                  <bpmn:endEvent id="%1$s_End"><bpmn:incoming>%1$s_F2</bpmn:incoming></bpmn:endEvent>
                </bpmn:subProcess>
                """.formatted(id, inner, timed(inner, wait)));
        return this;
    }

    public String key() {
        return key;
    }

    /** The files of a deployment. */
    public Map<String, byte[]> files(byte[] form) {
        return new TreeMap<>(Map.of(key + ".bpmn", xml().getBytes(StandardCharsets.UTF_8), "trial-vote.form", form));
    }

    private String xml() {
        applicantsStep();
        for (int i = 1; i < parts.size(); i++) {
            flow(parts.get(i - 1).to(), parts.get(i).from());
        }
        flow(parts.get(parts.size() - 1).to(), "End_Approved");
        var text = FRAME.formatted(
                messages,
                key,
                key,
                extension(properties, ""),
                flowsOf("Start_Asked", "bpmn:startEvent", ""),
                nodes,
                flowsOf("End_Approved", "bpmn:endEvent", extension(Map.of("outcome", "approved"), "")),
                flows);
        for (var end : ends.entrySet()) {
            text = text.replace("@@" + end.getKey() + "@@", end.getValue());
        }
        return text.replaceAll("@@\\w+@@", "");
    }

    private Sketch block(String gateway, String id, Branch... branches) {
        var chooses = gateway.equals("inclusiveGateway");
        nodes.append("<bpmn:%1$s id=\"%2$s\"%5$s%3$s<bpmn:%1$s id=\"%2$s_Join\"%4$s"
                .formatted(
                        gateway,
                        id,
                        flowsOf(id, "bpmn:" + gateway, ""),
                        flowsOf(id + "_Join", "bpmn:" + gateway, ""),
                        chooses ? " default=\"Flow_%1$s_%1$s_Join\"".formatted(id) : ""));
        if (chooses) {
            flow(id, id + "_Join");
        }
        for (var branch : branches) {
            var last = id;
            for (int i = 0; i < branch.tasks().size(); i += 2) {
                var task = userPart(
                        branch.tasks().get(i),
                        "",
                        branch.tasks().get(i + 1),
                        branch.properties().toArray(String[]::new));
                if (last.equals(id) && chooses) {
                    flow(
                            last,
                            task.from(),
                            "<bpmn:conditionExpression>${decision != 'none'}</bpmn:conditionExpression>");
                } else {
                    flow(last, task.from());
                }
                last = task.to();
            }
            flow(last, id + "_Join");
        }
        parts.add(new Part(id, id + "_Join"));
        return this;
    }

    private Part userPart(String id, String inside, String approver, String... more) {
        var all = new ArrayList<>(List.of("approver", approver));
        all.addAll(List.of(more));
        user(id, "", inside, all.toArray(String[]::new));
        return new Part(id, id);
    }

    private void user(String id, String attributes, String inside, String... more) {
        var own = new LinkedHashMap<String, String>();
        var attached = new StringBuilder(attributes);
        for (int i = 0; i < more.length; i += 2) {
            if (more[i].startsWith("camunda:")) {
                attached.append(" %s=\"%s\"".formatted(more[i], more[i + 1]));
            } else {
                own.put(more[i], more[i + 1]);
            }
        }
        nodes.append("<bpmn:userTask id=\"%s\" name=\"%s\"%s%s"
                .formatted(
                        id,
                        id.replace("Task_", "步骤"),
                        attached,
                        flowsOf(id, "bpmn:userTask", extension(own, ""), inside)));
    }

    private Part service(String id, String step, String more) {
        var extension = more.isEmpty() ? "" : "<bpmn:extensionElements>" + more + "</bpmn:extensionElements>";
        nodes.append("<bpmn:serviceTask id=\"%s\" name=\"系统\" camunda:delegateExpression=\"${steps['%s']}\"%s"
                .formatted(id, step, flowsOf(id, "bpmn:serviceTask", extension)));
        return new Part(id, id);
    }

    private void boundary(String id, String task, String after, boolean cancels) {
        nodes.append("<bpmn:boundaryEvent id=\"%s\" cancelActivity=\"%s\" attachedToRef=\"%s\"%s"
                .formatted(id, cancels, task, flowsOf(id, "bpmn:boundaryEvent", "", timed(id, after))));
    }

    private void end(String id, String outcome) {
        nodes.append("<bpmn:endEvent id=\"%s\"%s"
                .formatted(
                        id,
                        flowsOf(
                                id,
                                "bpmn:endEvent",
                                outcome.isEmpty() ? "" : extension(Map.of("outcome", outcome), ""))));
    }

    private static String timed(String id, String duration) {
        return "<bpmn:timerEventDefinition id=\"%s_Def\"><bpmn:timeDuration>%s</bpmn:timeDuration></bpmn:timerEventDefinition>"
                .formatted(id, duration);
    }

    private static String extension(Map<String, String> properties, String more) {
        var text = new StringBuilder("<bpmn:extensionElements><camunda:properties>");
        properties.forEach(
                (name, value) -> text.append("<camunda:property name=\"%s\" value=\"%s\" />".formatted(name, value)));
        return text.append("</camunda:properties>")
                .append(more)
                .append("</bpmn:extensionElements>")
                .toString();
    }

    /** The rest of an element: extensions, then its flows (filled in at the end), then what else is in it. */
    private static String flowsOf(String id, String element, String... inside) {
        var last = inside.length > 1 ? inside[1] : "";
        var first = inside[0];
        return first.startsWith("<bpmn:timer")
                ? ">@@" + id + "@@" + first + "</" + element + ">"
                : ">" + first + "@@" + id + "@@" + last + "</" + element + ">";
    }

    private void flow(String from, String to) {
        flow(from, to, "");
    }

    private void flow(String from, String to, String condition) {
        var id = "Flow_" + from + "_" + to;
        flows.append("<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</bpmn:sequenceFlow>"
                .formatted(id, from, to, condition));
        ends.computeIfAbsent(to, k -> new StringBuilder()).insert(0, "<bpmn:incoming>" + id + "</bpmn:incoming>");
        ends.computeIfAbsent(from, k -> new StringBuilder()).append("<bpmn:outgoing>" + id + "</bpmn:outgoing>");
    }
}
