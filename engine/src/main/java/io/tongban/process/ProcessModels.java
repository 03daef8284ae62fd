package io.tongban.process;

import io.tongban.process.engine.Bundle;
import io.tongban.process.engine.Deployments;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Finding;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.ModelProof;
import io.tongban.process.engine.Unparsable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Models as files: what runs, what may run, and what is to run from now on. */
@Component
public class ProcessModels {

    private static final int MAX_FORM = 5 * 1024 * 1024;

    /**
     * What a file says of itself.
     *
     * @param key id of the process, decision or form in it, null when it names none
     * @param refusal why it is no such file at all, null when it is one
     */
    public record Described(@Nullable String key, @Nullable ModelFinding refusal) {}

    /** The newest version of a process. */
    public record Running(String key, String name, String category, int version, String definitionId) {}

    /** One version; {@code shipped} when it came with the product. */
    public record Version(int version, Instant at, boolean shipped) {}

    /** What people read of a process. */
    public record About(String name, String description, String category, String icon) {}

    /** A field of a form; columns of a table are named {@code table.column}. */
    public record Field(String key, String label, String type) {}

    /** It can not be published like that. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<ModelFinding> findings;

        Refused(List<ModelFinding> findings) {
            this.findings = findings;
        }

        public List<ModelFinding> findings() {
            return findings;
        }
    }

    private final Deployments deployments;
    private final Engine engine;
    private final Wiring wiring;
    private final ApproverProof people;
    private final FindingWords words;
    private final JsonMapper json;

    ProcessModels(
            Deployments deployments,
            Engine engine,
            Wiring wiring,
            ApproverProof people,
            FindingWords words,
            JsonMapper json) {
        this.deployments = deployments;
        this.engine = engine;
        this.wiring = wiring;
        this.people = people;
        this.words = words;
        this.json = json;
    }

    /** Ready procedures that come with the product, by key: the files of each by name. */
    public static Map<String, Map<String, byte[]>> templates() {
        return Deployer.templates();
    }

    /** Reads a file of the kind {@code bpmn}, {@code dmn} or {@code form}. */
    public Described describe(String kind, byte[] bytes, Locale locale) {
        var file = "source." + kind;
        var described = kind.equals("form") ? form(file, bytes) : ModelProof.describe(file, bytes);
        var refusal = described.refusal();
        return new Described(described.key(), refusal == null ? null : words.of(refusal, Map.of(file, bytes), locale));
    }

    private ModelProof.Described form(String file, byte[] bytes) {
        if (bytes.length > MAX_FORM) {
            return new ModelProof.Described(
                    null, new Finding(file, "", 1, "too-large", "the file is larger than 5 MB"));
        }
        try {
            var tree = json.readTree(bytes);
            if (!tree.isObject()) {
                return new ModelProof.Described(
                        null, new Finding(file, "", 1, "form-key", "the form has no list of components"));
            }
            var id = tree.path("id").asString("");
            return new ModelProof.Described(id.isBlank() ? null : id, null);
        } catch (JacksonException e) {
            return new ModelProof.Described(null, Wiring.unreadable(file, e));
        }
    }

    /** Names of the forms and decisions that a model names, as files. */
    public Set<String> named(byte[] model) {
        return Bundle.names(model);
    }

    /**
     * What is to be said about files that are to be deployed together, of which {@code main} is the one that is asked
     * about. Nothing is deployed.
     */
    public List<ModelFinding> prove(String main, Map<String, byte[]> files, Locale locale) {
        var found = proved(main, files);
        if (found.stream().noneMatch(Finding::isError) && main.endsWith(".bpmn")) {
            found.addAll(deployments.rehearse(base(main), files));
        }
        return said(found, files, locale);
    }

    private List<Finding> proved(String main, Map<String, byte[]> files) {
        var found = new ArrayList<>(wiring.findings(files));
        if (found.stream()
                .noneMatch(finding -> FindingWords.kind(finding.rule()).equals("xml"))) {
            found.addAll(ModelProof.prove(files));
            if (main.endsWith(".bpmn")) {
                found.addAll(people.of(main, files.getOrDefault(main, new byte[0])));
            }
        }
        return found;
    }

    private List<ModelFinding> said(List<Finding> found, Map<String, byte[]> files, Locale locale) {
        return found.stream()
                .map(finding -> words.of(finding, files, locale))
                .distinct()
                .sorted(Comparator.comparing(
                        finding -> List.of("error", "warning", "info").indexOf(finding.severity())))
                .toList();
    }

    /**
     * Deploys a model with its forms and decisions as a new version, in the caller's transaction; requests that run stay on
     * theirs. Whoever calls has proved them.
     */
    public int publish(String key, Map<String, byte[]> files, Locale locale) throws Refused {
        wiring.check(key, files);
        try {
            return deployments.publish(key, files).version();
        } catch (Unparsable e) {
            throw new Refused(said(e.findings(), files, locale));
        }
    }

    /** What runs, by name. */
    public List<Running> running(Locale locale) {
        return engine.latest().values().stream()
                .map(id -> running(engine.models().of(id), locale))
                .sorted(Comparator.comparing(Running::key))
                .toList();
    }

    public Optional<Running> running(String key, Locale locale) {
        return Optional.ofNullable(engine.latest().get(key))
                .map(id -> running(engine.models().of(id), locale));
    }

    private static Running running(Model model, Locale locale) {
        return new Running(
                model.key(),
                model.name().in(locale),
                model.categoryName().in(locale),
                model.version(),
                model.definitionId());
    }

    /** A version's model, forms and decisions by the name of the file, the model first. */
    public Map<String, byte[]> files(Running running) {
        return deployments.files(running.definitionId());
    }

    /** All versions of a process, the newest first. */
    public List<Version> versions(String key) {
        return deployments.versions(key).stream()
                .map(version -> new Version(version.version(), version.at(), version.shipped()))
                .toList();
    }

    /** The files of one version; empty when there is none of that number. */
    public Map<String, byte[]> files(String key, int version) {
        return deployments.versions(key).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .map(one -> deployments.files(one.definitionId()))
                .orElse(Map.of());
    }

    /** The form or decision of that name beside any process that runs, by process. */
    public Map<Running, byte[]> beside(String file, Locale locale) {
        var found = new LinkedHashMap<Running, byte[]>();
        for (var running : running(locale)) {
            var bytes = files(running).get(file);
            if (bytes != null) {
                found.put(running, bytes);
            }
        }
        return found;
    }

    /** What a model says of itself; empty when it is none. */
    public Optional<About> about(byte[] model, Locale locale) {
        return Optional.ofNullable(ModelProof.about(model)).map(about -> {
            var english = locale.getLanguage().equals("en");
            var own = about.properties();
            var category = own.getOrDefault("categoryName", own.getOrDefault("category", ""));
            return new About(
                    english ? own.getOrDefault("nameEn", about.name()) : about.name(),
                    english ? own.getOrDefault("documentationEn", about.documentation()) : about.documentation(),
                    english ? own.getOrDefault("categoryNameEn", category) : category,
                    own.getOrDefault("icon", "document"));
        });
    }

    /** Messages that running processes wait for, with what the place that waits is called. */
    public Map<String, String> messages() {
        var all = new TreeMap<String, String>();
        running(Locale.ROOT)
                .forEach(running -> files(running).values().stream()
                        .limit(1)
                        .forEach(model -> ModelProof.messages(model).forEach(all::putIfAbsent)));
        return all;
    }

    /** The fields of a form; none when it can not be read. */
    public List<Field> fields(byte[] form, Locale locale) {
        try {
            var fields = new ArrayList<Field>();
            var english = locale.getLanguage().equals("en");
            new FormSchema(json.readTree(form)).fields().values().forEach(field -> {
                fields.add(new Field(field.key(), field.labelIn(english), field.type()));
                if (field.isTable()) {
                    field.children()
                            .values()
                            .forEach(column -> fields.add(new Field(
                                    field.key() + "." + column.key(), column.labelIn(english), column.type())));
                }
            });
            return fields;
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static String base(String file) {
        return file.substring(0, file.lastIndexOf('.'));
    }
}
