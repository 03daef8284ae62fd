package io.tongban.studio;

import io.tongban.access.Roles;
import io.tongban.kernel.Texts;
import io.tongban.process.ProcessModels;
import io.tongban.process.StepCatalogue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a model may name, in the reader's words. */
@Component
class Vocabularies {

    record Word(String name, String label) {}

    /** {@code type} is person, role, number, department, position, field, fact, step or rule. */
    record Parameter(String name, String type) {}

    record RuleWord(String name, String label, List<Parameter> parameters) {}

    record FormWord(String key, String name, List<ProcessModels.Field> fields) {}

    record DecisionWord(String key, String name) {}

    record RoleWord(String key, String name) {}

    record Vocabulary(
            List<StepCatalogue.Named> steps,
            List<RuleWord> rules,
            List<Word> modes,
            List<Word> actions,
            List<Word> events,
            List<FormWord> forms,
            List<DecisionWord> decisions,
            List<RoleWord> roles) {}

    /** Rules with the kind of what they name; a rule without any stands alone. */
    private static final Map<String, String> RULES = rules("""
            applicant - leader number leaders number leaders-down number head number head-of field
            head-of-department department members-of field department department position position
            person person role role field field holder field step step decision fact random rule
            """);

    private static final List<String> MODES = List.of("all", "any", "in-order", "ratio", "count", "weight");
    private static final List<String> ACTIONS = List.of(
            "submit",
            "approve",
            "complete",
            "reject",
            "abstain",
            "return",
            "transfer",
            "delegate",
            "consult",
            "add-signers");

    private final StepCatalogue steps;
    private final ProcessModels models;
    private final StudioMapper rows;
    private final Roles roles;
    private final Texts texts;

    Vocabularies(StepCatalogue steps, ProcessModels models, StudioMapper rows, Roles roles, Texts texts) {
        this.steps = steps;
        this.models = models;
        this.rows = rows;
        this.roles = roles;
        this.texts = texts;
    }

    private static Map<String, String> rules(String text) {
        var words = text.strip().split("\\s+");
        var rules = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            rules.put(words[i], words[i + 1]);
        }
        return rules;
    }

    Vocabulary all(Locale locale) {
        return new Vocabulary(
                steps.all(locale),
                RULES.entrySet().stream()
                        .map(rule -> rule(rule.getKey(), rule.getValue(), locale))
                        .toList(),
                words("mode", MODES, locale),
                words("action", ACTIONS, locale),
                models.messages().entrySet().stream()
                        .map(message -> new Word(message.getKey(), message.getValue()))
                        .toList(),
                forms(locale),
                decisions(locale),
                roles.all().stream()
                        .map(role -> new RoleWord(
                                role.key(), locale.getLanguage().equals("en") ? role.nameEn() : role.name()))
                        .toList());
    }

    private RuleWord rule(String name, String type, Locale locale) {
        var parameters = type.equals("-") ? List.<Parameter>of() : List.of(new Parameter("argument", type));
        return new RuleWord(name, texts.get(locale, "studio.rule." + name), parameters);
    }

    private List<Word> words(String kind, List<String> names, Locale locale) {
        return names.stream()
                .map(name -> new Word(name, texts.get(locale, "studio." + kind + "." + name)))
                .toList();
    }

    /** As drawn, else as they run. */
    private List<FormWord> forms(Locale locale) {
        var forms = new TreeMap<String, FormWord>();
        for (var row : rows.keyed("form")) {
            var key = String.valueOf(row.modelKey());
            if (!forms.containsKey(key)) {
                var drawn = rows.newest("form", key);
                if (drawn != null) {
                    forms.put(key, new FormWord(key, row.name(), models.fields(drawn.bytes(), locale)));
                }
            }
        }
        running(".form", locale)
                .forEach((key, form) -> forms.putIfAbsent(
                        key,
                        new FormWord(
                                key,
                                form.process(),
                                models.fields(form.text().getBytes(StandardCharsets.UTF_8), locale))));
        return List.copyOf(forms.values());
    }

    private List<DecisionWord> decisions(Locale locale) {
        var decisions = new TreeMap<String, DecisionWord>();
        rows.keyed("dmn")
                .forEach(row -> decisions.putIfAbsent(
                        String.valueOf(row.modelKey()), new DecisionWord(String.valueOf(row.modelKey()), row.name())));
        running(".dmn", locale)
                .forEach((key, file) -> decisions.putIfAbsent(key, new DecisionWord(key, file.process())));
        return List.copyOf(decisions.values());
    }

    private record File(String process, String text) {}

    private Map<String, File> running(String ending, Locale locale) {
        var found = new TreeMap<String, File>();
        models.running(locale)
                .forEach(running -> Stream.of(models.files(running))
                        .forEach(files -> files.forEach((name, bytes) -> {
                            if (name.endsWith(ending)) {
                                found.putIfAbsent(
                                        name.replace(ending, ""),
                                        new File(running.name(), new String(bytes, StandardCharsets.UTF_8)));
                            }
                        })));
        return found;
    }
}
