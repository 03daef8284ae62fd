package io.tongban.process.engine;

import static io.tongban.process.engine.ProcessCheck.camunda;
import static io.tongban.process.engine.ProcessCheck.property;
import static io.tongban.process.engine.ProcessCheck.words;

import io.tongban.process.engine.ModelCheck.Known;
import io.tongban.process.engine.Xml.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the fields that a process names are in its forms, and its title shows nothing that a step hides. */
final class FieldCheck {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)\\}");

    private final ModelFile file;
    private final Node root;
    private final Known known;

    FieldCheck(ModelFile file, Node root, Known known) {
        this.file = file;
        this.root = root;
        this.known = known;
    }

    void process(Node process) {
        var fields = fieldsOf(null);
        for (var field : words(property(process, "protected"))) {
            if (fields != null && !fields.contains(field)) {
                file.found(process, "field-unknown", "no form has a field " + field + " (protected)");
            }
        }
    }

    void task(Node task) {
        for (var right : List.of("write", "hidden", "required", "unmasked")) {
            // What a holder does not see may have been answered in another form.
            var fields = fieldsOf(Set.of("hidden", "unmasked").contains(right) ? null : camunda(task, "formRef"));
            for (var field : words(property(task, right))) {
                if (fields != null && !fields.contains(field)) {
                    file.found(task, "field-unknown", "the form has no field " + field + " (" + right + ")");
                }
            }
        }
        for (var field : words(property(task, "hidden"))) {
            if (inTitle(field)) {
                file.found(task, "field-in-title", "the title, which everybody reads, shows the hidden field " + field);
            }
        }
    }

    private boolean inTitle(String field) {
        return root.all()
                .filter(node -> node.is(Vocabulary.BPMN, "process"))
                .flatMap(process -> List.of("title", "titleEn").stream().map(title -> property(process, title)))
                .flatMap(title -> PLACE.matcher(title).results())
                .anyMatch(place -> place.group(1).equals(field));
    }

    /** Fields of the task's own form, else of all forms of the request; null when there is none beside. */
    private @Nullable Set<String> fieldsOf(@Nullable String own) {
        if (own != null) {
            return known.forms().get(own);
        }
        var fields = new LinkedHashSet<String>();
        root.all()
                .map(node -> camunda(node, "formRef"))
                .filter(form -> form != null && known.forms().containsKey(form))
                .forEach(form -> fields.addAll(known.forms().getOrDefault(form, Set.of())));
        return fields.isEmpty() ? null : fields;
    }
}
