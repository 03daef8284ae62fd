package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks BPMN and DMN files before they are deployed: what they name exists, and they hold nothing that runs code. */
public final class ModelCheck {

    /**
     * What models may name.
     *
     * @param steps by key, the names that a step takes and gives
     * @param forms by id, the field keys of the forms among the files
     * @param rule whether an approver rule is understood
     * @param way whether a deciding way is understood
     * @param quorum whether a quorum is understood
     */
    public record Known(
            Map<String, Set<String>> steps,
            Map<String, Set<String>> forms,
            Predicate<String> rule,
            Predicate<String> way,
            Predicate<String> quorum) {}

    private static final Pattern FILE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*\\.(bpmn|dmn|form)");

    /** What a file may be named. */
    static boolean isFileName(String name) {
        return FILE.matcher(name).matches();
    }

    private final Map<String, byte[]> files;
    private final Known known;
    private final List<Finding> findings = new ArrayList<>();

    private ModelCheck(Map<String, byte[]> files, Known known) {
        this.files = new TreeMap<>(files);
        this.known = known;
    }

    /** Checks files that are deployed together; empty when all of them may be. */
    public static List<Finding> check(Map<String, byte[]> files, Known known) {
        var check = new ModelCheck(files, known);
        check.run();
        return List.copyOf(check.findings);
    }

    private void run() {
        var decisions = new LinkedHashMap<String, Set<String>>();
        for (var name : files.keySet()) {
            if (!FILE.matcher(name).matches()) {
                findings.add(new Finding(
                        name,
                        name,
                        1,
                        "file-name",
                        "a file is named in small letters and ends in .bpmn, .dmn or .form"));
            }
        }
        for (var name : files.keySet()) {
            var file = new ModelFile(name, files.keySet(), findings);
            var root = name.endsWith(".dmn") ? read(file) : null;
            if (root != null) {
                decisions.put(file.base(), new DecisionCheck(file, root).run());
            }
        }
        for (var name : files.keySet()) {
            var file = new ModelFile(name, files.keySet(), findings);
            var root = name.endsWith(".bpmn") ? read(file) : null;
            if (root != null) {
                Vocabulary.check(root, fault -> file.found(fault.node(), fault.rule(), fault.message()));
                new ProcessCheck(file, root, known, decisions).run();
            }
        }
    }

    private @Nullable Node read(ModelFile file) {
        try {
            return Xml.read(files.getOrDefault(file.name(), new byte[0]));
        } catch (Xml.Unreadable e) {
            findings.add(new Finding(file.name(), file.base(), e.line, e.rule, String.valueOf(e.getMessage())));
            return null;
        }
    }
}
