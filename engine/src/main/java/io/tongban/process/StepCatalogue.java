package io.tongban.process;

import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Models;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps of the modules, as a designer may name them. */
@Component
public class StepCatalogue {

    /** One value that a step takes or gives; {@code type} is text, number, truth, date, list or object. */
    public record Value(String name, String type, boolean required) {}

    /**
     * One step.
     *
     * @param label what running models call it, else its name
     * @param effect {@code none}, {@code undoable} or {@code outside}
     */
    public record Named(String name, String label, List<Value> inputs, List<Value> outputs, String effect) {}

    private final Steps steps;
    private final Engine engine;
    private final Models models;

    StepCatalogue(Steps steps, Engine engine, Models models) {
        this.steps = steps;
        this.engine = engine;
        this.models = models;
    }

    public List<Named> all(Locale locale) {
        var labels = labels(locale);
        return steps.names().keySet().stream()
                .sorted()
                .map(name -> new Named(
                        name,
                        labels.getOrDefault(name, name),
                        values(Stream.of(steps.takes(name))),
                        values(Stream.of(steps.givesType(name))),
                        steps.get(name).effect().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private Map<String, String> labels(Locale locale) {
        var labels = new HashMap<String, String>();
        engine.latest().values().stream()
                .sorted()
                .map(models::of)
                .forEach(model -> model.runs().forEach((node, step) -> {
                    var name = model.names().get(node);
                    if (name != null) {
                        labels.putIfAbsent(step, name.in(locale));
                    }
                }));
        return labels;
    }

    private static List<Value> values(Stream<Class<?>> types) {
        return types.filter(type -> type.isRecord() && type != StepContext.class)
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(StepCatalogue::value)
                .sorted(Comparator.comparing(Value::name))
                .toList();
    }

    private static Value value(RecordComponent part) {
        return new Value(
                part.getName(), type(part.getType()), !part.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static String type(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "truth";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "number";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "date";
        }
        return Collection.class.isAssignableFrom(type) ? "list" : "object";
    }
}
