package io.tongban.process.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One cell of a decision table, as far as it is a comparison with numbers, texts or truth: {@code < 5}, {@code [1..3]},
 * {@code "a","b"}, {@code not(true)}, {@code -}.
 */
final class UnaryTest {

    /** A stretch of values, open or closed at its ends; a text or truth is compared as it is written. */
    private interface Part {

        boolean holds(Object value);
    }

    private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,10})?";
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=)?\\s*(" + NUMBER + ")");
    private static final Pattern SPAN =
            Pattern.compile("([\\[\\](])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\[\\])])");
    private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"|(true|false)");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private final List<Part> parts;
    private final boolean negated;
    /** The numbers and words that it names. */
    final Set<BigDecimal> numbers = new TreeSet<>();

    final Set<String> words = new TreeSet<>();

    private UnaryTest(boolean negated) {
        this.parts = new ArrayList<>();
        this.negated = negated;
    }

    /** Empty when the cell says more than can be judged. */
    static Optional<UnaryTest> of(String cell) {
        var text = cell.strip();
        var not = NOT.matcher(text);
        var test = new UnaryTest(not.matches());
        if (text.isEmpty() || text.equals("-")) {
            test.parts.add(value -> true);
            return Optional.of(test);
        }
        return Stream.of(COMMA.split(test.negated ? not.group(1) : text)).allMatch(part -> test.read(part.strip()))
                ? Optional.of(test)
                : Optional.empty();
    }

    private boolean read(String text) {
        var word = WORD.matcher(text);
        if (word.matches()) {
            var named = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(named);
            parts.add(value -> value.equals(named));
            return true;
        }
        var compared = COMPARED.matcher(text);
        if (compared.matches()) {
            compare(compared.group(1) == null ? "=" : compared.group(1), number(compared.group(2)));
            return true;
        }
        var span = SPAN.matcher(text);
        if (span.matches()) {
            span(
                    number(span.group(2)),
                    number(span.group(3)),
                    span.group(1).equals("["),
                    span.group(4).equals("]"));
            return true;
        }
        return false;
    }

    private void span(BigDecimal low, BigDecimal high, boolean withLow, boolean withHigh) {
        parts.add(value -> value instanceof BigDecimal n
                && (withLow ? n.compareTo(low) >= 0 : n.compareTo(low) > 0)
                && (withHigh ? n.compareTo(high) <= 0 : n.compareTo(high) < 0));
    }

    private BigDecimal number(String text) {
        var number = new BigDecimal(text).stripTrailingZeros();
        numbers.add(number);
        return number;
    }

    private void compare(String sign, BigDecimal limit) {
        parts.add(value -> value instanceof BigDecimal n
                && switch (sign) {
                    case "<" -> n.compareTo(limit) < 0;
                    case "<=" -> n.compareTo(limit) <= 0;
                    case ">" -> n.compareTo(limit) > 0;
                    case ">=" -> n.compareTo(limit) >= 0;
                    default -> n.compareTo(limit) == 0;
                });
    }

    boolean holds(Object value) {
        return parts.stream().anyMatch(part -> part.holds(value)) != negated;
    }
}
