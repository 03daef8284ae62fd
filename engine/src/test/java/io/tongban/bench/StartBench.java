package io.tongban.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * CPU seconds from the start of the built jar to the first answered page on an existing H2 file, against a bare Spring
 * Boot application with the engine; as the jar is, and unpacked with an archive of its classes.
 */
final class StartBench {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private record Subject(String name, List<String> options, Path home, Map<String, String> settings) {}

    private record Started(double cpu, double wall) {}

    private StartBench() {}

    static void run() throws Exception {
        var ourHome = Server.home("start");
        var ours = new LinkedHashMap<>(Database.H2.empty(ourHome));
        ours.put("tongban.home", ourHome.toString());
        ours.put("spring.profiles.active", "demo");
        var theirHome = Server.home("start-yardstick");
        var theirs = Database.H2.emptyForYardstick(theirHome);
        var subjects = List.of(
                new Subject("Tongban, jar", Server.product(), ourHome, ours),
                new Subject("bare engine, jar", Server.yardstick(), theirHome, theirs),
                archived("Tongban, class-data sharing", Server.product(), ourHome, ours),
                archived("bare engine, class-data sharing", Server.yardstick(), theirHome, theirs));
        var results = new ArrayList<List<Started>>();
        for (var subject : subjects) {
            start(subject);
            results.add(new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < subjects.size(); i++) {
                results.get(i).add(start(subjects.get(i)));
            }
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("median of " + ROUNDS + " starts", "cpu s", "wall s", "cpu of the bare one"));
        for (int i = 0; i < subjects.size(); i++) {
            var bare = cpu(results.get(i / 2 * 2 + 1));
            rows.add(List.of(
                    subjects.get(i).name(),
                    "%.2f".formatted(cpu(results.get(i))),
                    "%.2f"
                            .formatted(Bench.median(results.get(i).stream()
                                    .mapToDouble(Started::wall)
                                    .toArray())),
                    "%.2f x".formatted(cpu(results.get(i)) / bare)));
        }
        Bench.table(rows);
    }

    private static double cpu(List<Started> all) {
        return Bench.median(all.stream().mapToDouble(Started::cpu).toArray());
    }

    private static Started start(Subject subject) throws IOException {
        try (var server = Server.start(subject.options(), subject.home(), subject.settings())) {
            var wall = server.answers("/");
            return new Started(server.cpuSeconds(), wall.toMillis() / 1000.0);
        }
    }

    /** As README says: unpack, start once to the end of the start, keep the classes. */
    private static Subject archived(String name, List<String> jar, Path home, Map<String, String> settings)
            throws IOException, InterruptedException {
        start(new Subject(name, jar, home, settings));
        var file = new File(jar.get(jar.size() - 1));
        var folder = home.resolve("unpacked");
        java("-Djarmode=tools", "-jar", file.getPath(), "extract", "--destination", folder.toString());
        var archive = folder.resolve("classes.jsa");
        var unpacked = folder.resolve(file.getName()).toString();
        var command = new ArrayList<>(List.of(
                "-Xmx1g", "-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh", "-jar", unpacked));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        java(command.toArray(String[]::new));
        return new Subject(
                name, List.of("-Xmx1g", "-XX:SharedArchiveFile=" + archive, "-jar", unpacked), home, settings);
    }

    private static void java(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Bench.FOLDER.resolve("archive.log").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("Failed: " + command);
        }
    }
}
