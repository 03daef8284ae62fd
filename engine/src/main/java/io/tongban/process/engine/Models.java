package io.tongban.process.engine;

import io.tongban.calendar.WorkingSpan;
import io.tongban.process.engine.Model.Label;
import io.tongban.process.engine.Model.UserStep;
import java.io.IOException;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Deployed models, parsed once per version; a version never changes, so the copy in memory never ages. */
@Component
public class Models {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern STEP = Pattern.compile("\\$\\{\\s*steps\\['([^']+)'\\]\\s*\\}");
    private static final Pattern FACT = Pattern.compile("\\$\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*\\}");
    /** Properties of a user task that say what a decision must bring. */
    static final Set<String> NEEDS = Set.of("signature", "opinion", "evidence");

    private static final Set<String> APPROVAL = new LinkedHashSet<>(
            List.of("approve", "reject", "return", "transfer", "delegate", "consult", "add-signers"));

    private final ObjectProvider<ProcessEngine> engine;
    private final Map<String, Model> byDefinition = new ConcurrentHashMap<>();
    private final Map<String, byte[]> resources = new ConcurrentHashMap<>();

    Models(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    public Model of(String definitionId) {
        return byDefinition.computeIfAbsent(definitionId, this::load);
    }

    /** A file of the deployment that the model came with, such as its form; null when there is none. */
    public byte @Nullable [] resource(String deploymentId, String name) {
        var key = deploymentId + "/" + name;
        var known = resources.get(key);
        if (known != null) {
            return known;
        }
        var repository = engine.getObject().getRepositoryService();
        if (!repository.getDeploymentResourceNames(deploymentId).contains(name)) {
            return null;
        }
        try (var stream = repository.getResourceAsStream(deploymentId, name)) {
            var bytes = stream.readAllBytes();
            resources.put(key, bytes);
            return bytes;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Model load(String definitionId) {
        var repository = engine.getObject().getRepositoryService();
        var definition = repository.getProcessDefinition(definitionId);
        return read(
                repository.getBpmnModelInstance(definitionId),
                definition.getKey(),
                definitionId,
                definition.getDeploymentId(),
                definition.getVersion());
    }

    /** Reads a model that is not deployed; used by the checks. */
    static Model read(BpmnModelInstance xml, String key, String definitionId, String deploymentId, int version) {
        Process process = xml.getModelElementById(key);
        var steps = new LinkedHashMap<String, UserStep>();
        for (var task : xml.getModelElementsByType(UserTask.class)) {
            steps.put(task.getId(), step(task));
        }
        var outcomes = new LinkedHashMap<String, String>();
        for (var end : xml.getModelElementsByType(EndEvent.class)) {
            outcomes.put(end.getId(), property(end, "outcome", "completed"));
        }
        for (var event : xml.getModelElementsByType(IntermediateThrowEvent.class)) {
            var outcome = propertyOrNull(event, "outcome");
            if (outcome != null) {
                outcomes.put(event.getId(), outcome);
            }
        }
        var timers = new LinkedHashMap<String, String>();
        for (var date : xml.getModelElementsByType(TimeDate.class)) {
            var fact = FACT.matcher(date.getTextContent().strip());
            if (fact.matches()
                    && date.getParentElement().getParentElement() instanceof BaseElement event
                    && event.getId() != null) {
                timers.put(event.getId(), fact.group(1));
            }
        }
        var runs = new LinkedHashMap<String, String>();
        for (var task : xml.getModelElementsByType(ServiceTask.class)) {
            var expression = task.getCamundaDelegateExpression();
            var found = STEP.matcher(expression == null ? "" : expression);
            if (found.matches()) {
                runs.put(task.getId(), found.group(1));
            }
        }
        var start = xml.getModelElementsByType(StartEvent.class).stream()
                .filter(e -> e.getParentElement() == process)
                .findFirst();
        var startForm = start.map(Models::formRef).orElse(null);
        var first = start.flatMap(e -> e.getOutgoing().stream().findFirst())
                .map(flow -> flow.getTarget())
                .filter(UserTask.class::isInstance)
                .map(BaseElement::getId)
                .orElse(null);
        var firstTask = first == null ? null : steps.get(first);
        var form = startForm != null || firstTask == null ? startForm : firstTask.form();
        var name = process.getName() == null ? key : process.getName();
        var documentation = process.getDocumentations().stream()
                .findFirst()
                .map(d -> d.getTextContent().strip())
                .orElse("");
        var category = property(process, "category", "other");
        return new Model(
                definitionId,
                deploymentId,
                key,
                version,
                new Label(name, property(process, "nameEn", name)),
                new Label(documentation, property(process, "documentationEn", documentation)),
                new Label(
                        property(process, "title", name),
                        property(process, "titleEn", property(process, "title", name))),
                category,
                new Label(property(process, "categoryName", category), property(process, "categoryNameEn", category)),
                property(process, "icon", "document"),
                property(process, "numberPrefix", key.substring(0, 2).toUpperCase(java.util.Locale.ROOT)),
                words(property(process, "facts", "")),
                List.copyOf(words(property(process, "readers", ""))),
                List.copyOf(words(property(process, "copies", ""))),
                List.copyOf(words(property(process, "starters", ""))),
                List.copyOf(words(property(process, "administrators", ""))),
                form,
                first,
                steps,
                outcomes,
                timers,
                runs,
                property(process, "repeated", "off"),
                period(propertyOrNull(process, "revoke")),
                Branches.of(process),
                Ways.names(xml),
                Ways.of(xml),
                Ways.several(xml),
                goal(process),
                Timing.timers(xml),
                words(property(process, "protected", "")));
    }

    private static @Nullable Period period(@Nullable String text) {
        return text == null ? null : Period.parse(text);
    }

    private static UserStep step(UserTask task) {
        var name = task.getName() == null ? task.getId() : task.getName();
        var actions = words(property(task, "actions", ""));
        return new UserStep(
                task.getId(),
                new Label(name, property(task, "nameEn", name)),
                property(task, "approver", ""),
                propertyOrNull(task, "nobody"),
                actions.isEmpty() ? APPROVAL : actions,
                actionNames(task),
                "continue".equals(propertyOrNull(task, "reject")),
                words(property(task, "write", "")),
                words(property(task, "hidden", "")),
                words(property(task, "required", "")),
                formRef(task),
                dueFact(task),
                vote(task),
                property(task, "own", "leader"),
                List.copyOf(words(property(task, "exclude", ""))),
                Optional.ofNullable(propertyOrNull(task, "returnTo"))
                        .map(Models::words)
                        .orElse(null),
                needs(task),
                timing(task),
                words(property(task, "unmasked", "")));
    }

    /** What an old model meant by these names, before they had a meaning, says nothing about time. */
    private static Timing timing(UserTask task) {
        var due = task.getCamundaDueDate();
        try {
            return new Timing(
                    due == null || !WorkingSpan.isMarked(due) ? null : span(due),
                    span(propertyOrNull(task, "goal")),
                    Timing.ladder(property(task, "escalation", "")));
        } catch (IllegalArgumentException other) {
            return Timing.NONE;
        }
    }

    private static @Nullable WorkingSpan goal(Process process) {
        try {
            return span(propertyOrNull(process, "goal"));
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    private static @Nullable WorkingSpan span(@Nullable String text) {
        return text == null ? null : WorkingSpan.isMarked(text) ? WorkingSpan.marked(text) : WorkingSpan.of(text);
    }

    private static Set<String> needs(UserTask task) {
        return NEEDS.stream()
                .filter(need -> "required".equals(propertyOrNull(task, need)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Model.@Nullable Vote vote(UserTask task) {
        var way = propertyOrNull(task, "deciding");
        return way == null
                ? null
                : new Model.Vote(way, propertyOrNull(task, "quorum"), List.copyOf(words(property(task, "veto", ""))));
    }

    private static @Nullable String dueFact(UserTask task) {
        var due = FACT.matcher(task.getCamundaDueDate() == null ? "" : task.getCamundaDueDate());
        return due.matches() ? due.group(1) : null;
    }

    /** {@code approve=验收通过,reject=退回重做} and the same in English. */
    private static Map<String, Label> actionNames(UserTask task) {
        var english = pairs(property(task, "actionNamesEn", ""));
        var names = new LinkedHashMap<String, Label>();
        pairs(property(task, "actionNames", ""))
                .forEach((action, name) -> names.put(action, new Label(name, english.getOrDefault(action, name))));
        return names;
    }

    private static Map<String, String> pairs(String text) {
        return Stream.of(text.split(","))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (a, b) -> a));
    }

    private static @Nullable String formRef(BaseElement element) {
        return element.getAttributeValueNs(CAMUNDA, "formRef");
    }

    static String property(BaseElement element, String name, String otherwise) {
        var value = propertyOrNull(element, name);
        return value == null ? otherwise : value;
    }

    private static @Nullable String propertyOrNull(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return null;
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(p -> p.getCamundaProperties().stream())
                .filter(p -> name.equals(p.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split("[,\\s]+"))
                .filter(w -> !w.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
