package io.tongban.expense;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The sums of a claim's lines, exact to the cent. */
record Sums(BigDecimal amount, BigDecimal tax, BigDecimal total, Map<Integer, BigDecimal> perYear) {

    static Sums of(List<LineRow> lines) {
        var amount = sum(lines, LineRow::amount);
        var tax = sum(lines, LineRow::tax);
        var perYear = new TreeMap<Integer, BigDecimal>();
        lines.forEach(line -> perYear.merge(line.spentOn().getYear(), line.total(), BigDecimal::add));
        return new Sums(amount, tax, amount.add(tax), perYear);
    }

    static BigDecimal sum(List<LineRow> lines, Function<LineRow, BigDecimal> part) {
        return lines.stream().map(part).reduce(Money.ZERO, BigDecimal::add);
    }

    /** Of one category. */
    static double sum(List<LineRow> lines, String category) {
        return sum(
                        lines.stream()
                                .filter(line -> line.categoryKey().equals(category))
                                .toList(),
                        LineRow::total)
                .doubleValue();
    }

    /** The largest line of a category. */
    static double largest(List<LineRow> lines, String category) {
        return lines.stream()
                .filter(line -> line.categoryKey().equals(category))
                .map(LineRow::total)
                .reduce(Money.ZERO, BigDecimal::max)
                .doubleValue();
    }
}
