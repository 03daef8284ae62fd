package io.tongban.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which group a notice belongs to. */
class NoticeGroupTest {

    private static final Path TEXTS = Path.of("src/main/resources/io/tongban");

    @Test
    void every_kind_that_has_a_sentence_has_a_group() throws IOException {
        assertThat(kinds())
                .hasSizeGreaterThan(60)
                .allSatisfy(kind -> assertThat(NoticeGroup.known(kind)).as(kind).isPresent());
    }

    @Test
    void no_group_lists_a_kind_that_has_no_sentence() throws IOException {
        var kinds = kinds();
        for (var group : NoticeGroup.values()) {
            assertThat(group.kinds().stream().filter(kind -> !kind.endsWith(".*")))
                    .as(group.key())
                    .isSubsetOf(kinds);
        }
    }

    @Test
    void a_new_kind_goes_with_its_module_and_an_unknown_one_to_the_rest() {
        assertThat(NoticeGroup.of("process.task")).isEqualTo(NoticeGroup.TASKS);
        assertThat(NoticeGroup.of("process.something-new")).isEqualTo(NoticeGroup.REQUESTS);
        assertThat(NoticeGroup.of("meeting.something-new")).isEqualTo(NoticeGroup.MEETINGS);
        assertThat(NoticeGroup.of("unheard.of")).isEqualTo(NoticeGroup.OTHER);
        assertThat(NoticeGroup.of("nonsense")).isEqualTo(NoticeGroup.OTHER);
    }

    @Test
    void every_group_has_a_name_in_both_languages() throws IOException {
        for (var file : List.of("messages.properties", "messages_en.properties")) {
            var texts = texts(TEXTS.resolve("notify").resolve(file));
            assertThat(Arrays.stream(NoticeGroup.values()).map(group -> "notify.group." + group.key()))
                    .allSatisfy(key -> assertThat(texts).containsKeys(key, key + ".hint"));
        }
    }

    private static TreeSet<String> kinds() throws IOException {
        var kinds = new TreeSet<String>();
        try (var files = Files.walk(TEXTS)) {
            for (var file : files.filter(f -> f.endsWith("messages.properties")).toList()) {
                kinds.addAll(texts(file).stringPropertyNames().stream()
                        .filter(key -> key.startsWith("notice."))
                        .map(key -> key.substring("notice.".length()))
                        .collect(Collectors.toSet()));
            }
        }
        return kinds;
    }

    private static Properties texts(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
