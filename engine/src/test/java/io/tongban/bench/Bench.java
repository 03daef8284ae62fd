package io.tongban.bench;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Runs one benchmark: {@code inbox}, {@code office}, {@code submit}, {@code preview}, {@code vote}, {@code insight}, {@code start} or
 * {@code kill}, on {@code h2} or {@code mariadb}.
 */
public final class Bench {

    static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var name = args[0];
        var database = Database.valueOf(args[1].toUpperCase(Locale.ROOT));
        System.out.printf("%n%s on %s, %s%n", name, database, machine());
        switch (name) {
            case "inbox" -> InboxBench.run(database);
            case "office" -> OfficeBench.run(database);
            case "submit" -> SubmitBench.run(database);
            case "preview" -> PreviewBench.run(database);
            case "vote" -> VoteBench.run(database);
            case "insight" -> InsightBench.run(database);
            case "start" -> StartBench.run();
            case "kill" -> KillBench.run(database, Integer.getInteger("bench.kills", 20));
            default -> throw new IllegalArgumentException("No benchmark " + name);
        }
        System.out.println(machine());
        // Libraries of the product leave threads behind in this process.
        System.exit(0);
    }

    private static String machine() throws java.io.IOException {
        return "%s, JDK %s, %d cores, load %s"
                .formatted(
                        LocalDateTime.now(java.time.ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        load());
    }

    private static String load() throws java.io.IOException {
        var file = Path.of("/proc/loadavg");
        return java.nio.file.Files.exists(file)
                ? java.nio.file.Files.readString(file).split(" ")[0]
                : "unknown";
    }

    /** Prints cells under each other; the first row is the head. */
    static void table(List<List<String>> rows) {
        var widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        System.out.println();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(("%-" + (widths[i] + 2) + "s").formatted(row.get(i)));
            }
            System.out.println(line.toString().stripTrailing());
        }
        System.out.println();
    }

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    static double quantile(double[] values, double part) {
        var sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
    }
}
