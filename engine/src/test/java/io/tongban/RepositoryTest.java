package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the repository is laid out. */
class RepositoryTest {

    private static final Path ROOT = Path.of("..");
    private static final Path MODULES = Path.of("src/main/java/io/tongban");
    private static final Path DECISIONS = Path.of("docs/decisions");
    private static final int MAX_LINES = 300;

    /** Ready procedures, which need no code. */
    private static final String TEMPLATES = "templates";

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    @Test
    void the_top_level_holds_the_four_folders_and_what_tools_require() throws IOException {
        var made = List.of("target", "data", "node_modules", ".idea", ".vscode", ".settings", ".project");
        assertThat(names(ROOT).stream().filter(name -> !made.contains(name) && !name.endsWith(".log")))
                .isSubsetOf(
                        ".ci",
                        ".editorconfig",
                        ".git",
                        ".gitignore",
                        ".mvn",
                        "README.md",
                        "LICENSE",
                        "engine",
                        "forms",
                        "pom.xml",
                        "processes",
                        "web-admin");
    }

    @Test
    void one_noun_stands_in_all_four_places() throws IOException {
        var modules = names(MODULES);
        var forms = new ArrayList<>(names(ROOT.resolve("forms")));
        var processes = new ArrayList<>(names(ROOT.resolve("processes")));
        assertThat(names(ROOT.resolve("forms/" + TEMPLATES))).isEqualTo(names(ROOT.resolve("processes/" + TEMPLATES)));
        forms.remove(TEMPLATES);
        processes.remove(TEMPLATES);
        assertThat(modules).containsAll(processes);
        assertThat(processes).containsAll(forms);
        assertThat(names(ROOT.resolve("web-admin/src/features"))).containsAll(processes);
    }

    @Test
    void no_class_is_longer_than_three_hundred_lines() throws IOException {
        var tooLong = new TreeSet<String>();
        for (var file : files(Path.of("src/main/java"), ".java")) {
            try (var lines = Files.lines(file)) {
                var count = lines.count();
                if (count > MAX_LINES) {
                    tooLong.add(file.getFileName() + " " + count);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void every_decision_has_a_number_of_its_own_and_a_test_that_proves_it() throws IOException {
        var tests = new TreeSet<String>();
        for (var file : files(Path.of("src/test/java"), "Test.java")) {
            tests.add(file.getFileName().toString().replace(".java", ""));
        }
        var proof = Pattern.compile("Proof: `(\\w+)`");
        var numbers = new ArrayList<String>();
        for (var name : names(DECISIONS)) {
            assertThat(name).matches("\\d{4}-[a-z0-9-]+\\.md");
            numbers.add(name.substring(0, 4));
            var lines = Files.readAllLines(DECISIONS.resolve(name));
            var last = proof.matcher(lines.get(lines.size() - 1));
            assertThat(last.matches()).as("last line of " + name).isTrue();
            assertThat(tests).as("proof of " + name).contains(last.group(1));
        }
        assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void no_key_or_password_file_lies_in_the_repository() throws IOException {
        for (var folder : List.of("src", "docs", "../forms", "../processes", "../web-admin/src")) {
            if (Files.isDirectory(Path.of(folder))) {
                assertThat(files(Path.of(folder), ""))
                        .noneMatch(file -> file.toString().matches(".*\\.(pem|p12|jks|key|env)"));
            }
        }
    }
}
