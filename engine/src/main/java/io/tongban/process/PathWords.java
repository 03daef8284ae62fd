package io.tongban.process;

import io.tongban.process.engine.DecisionTables;
import io.tongban.process.engine.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in words why a request went the way it went. */
@Component
class PathWords {

    /**
     * One reason.
     *
     * @param at element id of the gateway or table, so that the picture can point at it
     * @param question what was asked there
     * @param answer which way was taken, or which rule matched
     * @param facts what it was decided on, as {@code name = value}
     */
    record Reason(String at, String question, String answer, String facts) {}

    private final Forms forms;
    private final DecisionTables tables;

    PathWords(Forms forms, DecisionTables tables) {
        this.forms = forms;
        this.tables = tables;
    }

    List<Reason> of(EntryRow entry, Model model, java.util.Set<String> hidden, Locale locale) {
        var path = entry.details().path();
        var reasons = new ArrayList<Reason>();
        if (path != null) {
            path.forEach(line -> reasons.add(
                    line.decision().isEmpty()
                            ? gateway(line, model, hidden, locale)
                            : table(line, model, hidden, locale)));
        }
        return reasons.stream().filter(reason -> !reason.answer().isBlank()).toList();
    }

    private Reason gateway(PathLine line, Model model, java.util.Set<String> hidden, Locale locale) {
        var way = model.ways().get(line.flow());
        var condition = way == null || way.condition() == null ? "" : way.condition();
        var answer = name(model, line.flow(), condition.replaceAll("^\\$\\{|}$", ""), locale);
        return new Reason(
                line.at(), name(model, line.at(), "", locale), answer, facts(line, model, hidden, null, locale));
    }

    private Reason table(PathLine line, Model model, java.util.Set<String> hidden, Locale locale) {
        var words = tables.of(model, line.decision());
        var answer = words == null
                ? ""
                : line.rules().stream()
                        .map(rule -> words.rules().getOrDefault(rule, ""))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("；"));
        return new Reason(
                line.at(),
                words == null ? name(model, line.at(), "", locale) : words.name(),
                answer,
                facts(line, model, hidden, words, locale));
    }

    private String facts(
            PathLine line,
            Model model,
            java.util.Set<String> hidden,
            DecisionTables.@org.jspecify.annotations.Nullable Words words,
            Locale locale) {
        var fields = model.form() == null
                ? java.util.Map.<String, FormSchema.Field>of()
                : forms.of(model).fields();
        return line.facts().entrySet().stream()
                .filter(fact -> !hidden.contains(fact.getKey()))
                .map(fact -> {
                    var field = fields.get(fact.getKey());
                    var label = field != null
                            ? field.label()
                            : words == null ? null : words.inputs().get(fact.getKey());
                    var option = field == null ? null : field.values().get(fact.getValue());
                    var value = option == null
                            ? fact.getValue()
                            : locale.getLanguage().equals("en") ? option.en() : option.zh();
                    return label == null ? null : label + " " + value;
                })
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.joining("，"));
    }

    private static String name(Model model, String element, String otherwise, Locale locale) {
        var name = model.names().get(element);
        return name == null ? otherwise : name.in(locale);
    }
}
