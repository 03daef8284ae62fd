package io.tongban.process.engine;

import io.tongban.process.engine.Xml.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Whether the rules of a decision table leave out a case, or answer one twice. */
final class TableCheck {

    private static final int MOST_CASES = 50_000;
    private static final int MOST_SAID = 3;
    private static final String GAP = "table-gap";
    private static final String OVERLAP = "table-overlap";

    /** One kind of value of an input, with an example that is checked for all of them. */
    private record Kind(Object example, String words) {}

    private record Rule(Node node, List<UnaryTest> cells) {}

    private final ModelFile file;
    private final List<String> labels = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<List<Kind>> kinds = new ArrayList<>();

    TableCheck(ModelFile file) {
        this.file = file;
    }

    void run(Node root) {
        root.all().filter(node -> node.name().equals("decisionTable")).forEach(this::table);
    }

    private void table(Node table) {
        var inputs = children(table, "input");
        for (var rule : children(table, "rule")) {
            var cells = new ArrayList<UnaryTest>();
            for (var cell : children(rule, "inputEntry")) {
                UnaryTest.of(text(cell)).ifPresent(cells::add);
            }
            if (cells.size() != inputs.size()) {
                file.found(
                        Finding.INFO,
                        rule,
                        GAP,
                        "gaps and overlaps were not judged: a cell says more than a comparison");
                return;
            }
            rules.add(new Rule(rule, cells));
        }
        long cases = 1;
        for (int i = 0; i < inputs.size(); i++) {
            labels.add(inputs.get(i).attribute("label", reads(inputs.get(i))));
            kinds.add(kinds(inputs.get(i), i));
            cases *= kinds.get(i).size();
            if (cases > MOST_CASES) {
                file.found(Finding.INFO, table, GAP, "gaps and overlaps were not judged: the table has too many cases");
                return;
            }
        }
        walk(table);
    }

    private void walk(Node table) {
        var hit = table.attribute("hitPolicy", "UNIQUE");
        var hasDefault = table.all().anyMatch(node -> node.name().equals("defaultOutputEntry"));
        var gaps = new ArrayList<String>();
        var negative = new ArrayList<String>();
        var twice = new TreeSet<String>();
        var at = new int[kinds.size()];
        do {
            var matching = new ArrayList<Integer>();
            for (int rule = 0; rule < rules.size(); rule++) {
                if (holds(rules.get(rule), at)) {
                    matching.add(rule);
                }
            }
            if (matching.isEmpty() && !hasDefault) {
                (isNegative(at) ? negative : gaps).add(words(at));
            } else if (matching.size() > 1 && hit.equals("UNIQUE") && twice.size() < MOST_SAID) {
                overlap(matching, at, twice);
            }
        } while (advance(at));
        say(table, gaps, Finding.WARNING);
        if (gaps.isEmpty()) {
            say(table, negative, Finding.INFO);
        }
    }

    private void overlap(List<Integer> matching, int[] at, TreeSet<String> twice) {
        int first = matching.get(0) + 1;
        int second = matching.get(1) + 1;
        if (twice.add(first + "/" + second)) {
            file.found(
                    Finding.ERROR,
                    rules.get(second - 1).node(),
                    OVERLAP,
                    "the rules in rows " + first + " and " + second + " both answer " + words(at)
                            + ", and the table allows one answer only");
        }
    }

    private void say(Node table, List<String> cases, String severity) {
        if (!cases.isEmpty()) {
            var shown = cases.stream().limit(MOST_SAID).toList();
            file.found(
                    severity,
                    table,
                    GAP,
                    "no rule answers " + String.join("; ", shown) + " (" + cases.size() + " kinds of cases)");
        }
    }

    private boolean holds(Rule rule, int[] at) {
        for (int i = 0; i < at.length; i++) {
            if (!rule.cells().get(i).holds(kinds.get(i).get(at[i]).example())) {
                return false;
            }
        }
        return true;
    }

    private boolean isNegative(int[] at) {
        for (int i = 0; i < at.length; i++) {
            if (kinds.get(i).get(at[i]).example() instanceof BigDecimal number && number.signum() < 0) {
                return true;
            }
        }
        return false;
    }

    private String words(int[] at) {
        var words = new ArrayList<String>();
        for (int i = 0; i < at.length; i++) {
            words.add(labels.get(i) + " " + kinds.get(i).get(at[i]).words());
        }
        return String.join(", ", words);
    }

    private boolean advance(int[] at) {
        for (int i = 0; i < at.length; i++) {
            if (++at[i] < kinds.get(i).size()) {
                return true;
            }
            at[i] = 0;
        }
        return false;
    }

    /** Every value behaves like one of these. */
    private List<Kind> kinds(Node input, int column) {
        var numbers = new TreeSet<BigDecimal>();
        var words = new TreeSet<String>();
        for (var rule : rules) {
            numbers.addAll(rule.cells().get(column).numbers);
            words.addAll(rule.cells().get(column).words);
        }
        var allowed = input.children().stream()
                .filter(child -> child.name().equals("inputValues"))
                .findFirst()
                .flatMap(child -> UnaryTest.of(text(child)));
        allowed.ifPresent(test -> words.addAll(test.words));
        var type = input.all()
                .map(node -> node.attribute("typeRef", ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        var kinds = new ArrayList<Kind>();
        if (type.equals("boolean")
                || !words.isEmpty() && List.of("false", "true").containsAll(words)) {
            kinds.add(new Kind("true", "= true"));
            kinds.add(new Kind("false", "= false"));
        } else if (!words.isEmpty()) {
            words.forEach(word -> kinds.add(new Kind(word, "= \"" + word + "\"")));
            if (allowed.isEmpty()) {
                kinds.add(new Kind("\u0000", "≠ " + String.join(", ", words)));
            }
        } else if (!numbers.isEmpty()) {
            stretches(new ArrayList<>(numbers), kinds);
        } else {
            kinds.add(new Kind("", "…"));
        }
        return kinds;
    }

    private static void stretches(List<BigDecimal> limits, List<Kind> kinds) {
        var lowest = limits.get(0);
        kinds.add(new Kind(lowest.subtract(BigDecimal.ONE), "< " + lowest.toPlainString()));
        for (int i = 0; i < limits.size(); i++) {
            var limit = limits.get(i);
            kinds.add(new Kind(limit, "= " + limit.toPlainString()));
            if (i + 1 < limits.size()) {
                var next = limits.get(i + 1);
                kinds.add(new Kind(
                        limit.add(next).divide(BigDecimal.valueOf(2)),
                        limit.toPlainString() + " … " + next.toPlainString()));
            }
        }
        var highest = limits.get(limits.size() - 1);
        kinds.add(new Kind(highest.add(BigDecimal.ONE), "> " + highest.toPlainString()));
    }

    private static List<Node> children(Node node, String name) {
        return node.children().stream()
                .filter(child -> child.name().equals(name))
                .toList();
    }

    private static String reads(Node input) {
        return children(input, "inputExpression").stream()
                .findFirst()
                .map(TableCheck::text)
                .orElse("");
    }

    private static String text(Node node) {
        return children(node, "text").stream().findFirst().map(Node::text).orElse("");
    }
}
