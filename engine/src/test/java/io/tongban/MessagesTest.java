package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every problem that the sources can answer has a sentence in both languages. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/tongban");
    private static final Path TEXTS = Path.of("src/main/resources/io/tongban");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+):([a-z0-9]+(?:-[a-z0-9]+)*)\"");

    @Test
    void every_problem_code_has_a_sentence_in_both_languages() throws IOException {
        var modules = new TreeSet<String>();
        try (var folders = Files.list(SOURCES)) {
            folders.filter(Files::isDirectory)
                    .forEach(f -> modules.add(f.getFileName().toString()));
        }
        var missing = new TreeSet<String>();
        var chinese = texts("messages.properties");
        var english = texts("messages_en.properties");
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                var found = CODE.matcher(Files.readString(file));
                while (found.find()) {
                    var key = "problem." + found.group(1) + "." + found.group(2);
                    if (modules.contains(found.group(1)) && (!chinese.containsKey(key) || !english.containsKey(key))) {
                        missing.add(key);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void both_languages_have_the_same_sentences_with_the_same_blanks() throws IOException {
        var chinese = texts("messages.properties");
        var english = texts("messages_en.properties");
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        chinese.forEach((key, text) -> {
            var blanks = new MessageFormat(text).getFormatsByArgumentIndex().length;
            var theirs = new MessageFormat(String.valueOf(english.get(key))).getFormatsByArgumentIndex().length;
            if (key.startsWith("problem.")) {
                assertThat(theirs).as(key).isEqualTo(blanks);
            }
        });
    }

    private static Map<String, String> texts(String name) throws IOException {
        var all = new HashMap<String, String>();
        try (var files = Files.walk(TEXTS)) {
            for (var file :
                    files.filter(f -> f.getFileName().toString().equals(name)).toList()) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> all.put(String.valueOf(key), String.valueOf(value)));
            }
        }
        return all;
    }
}
