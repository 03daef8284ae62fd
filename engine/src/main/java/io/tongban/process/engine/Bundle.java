package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A model with the files beside it that it names. */
public final class Bundle {

    private Bundle() {}

    /** File names of the forms and decisions that a model names; nothing of a file that can not be read. */
    public static Set<String> names(byte[] model) {
        var names = new LinkedHashSet<String>();
        try {
            Xml.read(model).all().forEach(node -> {
                add(names, node, "formRef", ".form");
                add(names, node, "decisionRef", ".dmn");
            });
        } catch (Xml.Unreadable e) {
            return Set.of();
        }
        return names;
    }

    private static void add(Set<String> names, Node node, String attribute, String ending) {
        var name = ProcessCheck.camunda(node, attribute);
        if (name != null && ModelCheck.isFileName(name + ending)) {
            names.add(name + ending);
        }
    }

    /** Of these files the model and what it names. */
    static Map<String, byte[]> of(String model, Map<String, byte[]> files) {
        var own = new LinkedHashMap<String, byte[]>();
        var bytes = files.getOrDefault(model, new byte[0]);
        own.put(model, bytes);
        for (var name : names(bytes)) {
            var file = files.get(name);
            if (file != null) {
                own.put(name, file);
            }
        }
        return own;
    }
}
