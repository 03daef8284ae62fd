package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What deployed decision tables and their rules are called; for people who want to know why. */
@Component
public class DecisionTables {

    /**
     * The words of a table.
     *
     * @param rules by id, what the rule says: its description, else its conditions
     * @param inputs labels of the inputs, by the name that they read
     */
    public record Words(String name, Map<String, String> rules, Map<String, String> inputs) {}

    private final Models models;
    private final Map<String, Words> known = new ConcurrentHashMap<>();

    DecisionTables(Models models) {
        this.models = models;
    }

    /** Words of the table that was deployed with a model; null when it is not there. */
    public @Nullable Words of(Model model, String decision) {
        var key = model.deploymentId() + "/" + decision;
        var words = known.get(key);
        if (words == null) {
            var file = models.resource(model.deploymentId(), decision + ".dmn");
            if (file == null) {
                return null;
            }
            try {
                words = read(Xml.read(file), decision);
            } catch (Xml.Unreadable e) {
                return null;
            }
            known.put(key, words);
        }
        return words;
    }

    private static Words read(Node root, String decision) {
        var table = root.all()
                .filter(node -> node.name().equals("decision") && decision.equals(node.attribute("id")))
                .findFirst()
                .orElse(root);
        var labels = new LinkedHashMap<String, String>();
        var columns = new ArrayList<String>();
        table.all().filter(node -> node.name().equals("input")).forEach(input -> {
            var reads = input.all()
                    .filter(node -> node.name().equals("text"))
                    .findFirst()
                    .map(Node::text)
                    .orElse("");
            var label = input.attribute("label", reads);
            labels.put(reads, label);
            columns.add(label);
        });
        var rules = new LinkedHashMap<String, String>();
        table.all()
                .filter(node -> node.name().equals("rule"))
                .forEach(rule -> rules.put(rule.attribute("id", ""), words(rule, columns)));
        return new Words(table.attribute("name", decision), rules, labels);
    }

    private static String words(Node rule, List<String> columns) {
        var description = rule.children().stream()
                .filter(child -> child.name().equals("description"))
                .map(node -> node.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
        if (description.isPresent()) {
            return description.get();
        }
        var cells = rule.children().stream()
                .filter(child -> child.name().equals("inputEntry"))
                .map(cell -> cell.all()
                        .filter(node -> node.name().equals("text"))
                        .findFirst()
                        .map(node -> node.text().strip())
                        .orElse(""))
                .toList();
        var said = new ArrayList<String>();
        for (int i = 0; i < cells.size() && i < columns.size(); i++) {
            if (!cells.get(i).isEmpty() && !cells.get(i).equals("-")) {
                said.add(columns.get(i) + " " + cells.get(i));
            }
        }
        return String.join("，", said);
    }
}
