package io.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** A module's statements touch the module's tables, and migrations make tables that both databases understand. */
class TablesTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration/common");
    private static final Pattern TABLE =
            Pattern.compile("\\b(?:from|join|into|(?<!for |key )update)\\s+([a-z][a-z0-9_]*)");
    private static final Pattern MADE =
            Pattern.compile("\\b(?:table|update|into|from|index [a-z0-9_]+ on|constraint)\\s+([a-z][a-z0-9_]*)");
    private static final Pattern TRICK =
            Pattern.compile("`|\\b(auto_increment|enum|set\\s*\\(|json|unsigned|tinyint|mediumint"
                    + "|current_timestamp|fulltext|spatial|on update|timestamp|longtext|clob|nvarchar|foreign key"
                    + "|references|create (view|trigger|procedure|function|event))\\b");

    private static List<Class<?>> mappers() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(Mapper.class, true, true));
        var found = new ArrayList<Class<?>>();
        for (var definition : scanner.findCandidateComponents("io.tongban")) {
            found.add(Class.forName(definition.getBeanClassName()));
        }
        return found;
    }

    private static Stream<String> statements(Class<?> mapper) {
        return Arrays.stream(mapper.getDeclaredMethods())
                .flatMap(method -> Stream.of(
                                Arrays.stream(method.getAnnotationsByType(Select.class))
                                        .map(Select::value),
                                Arrays.stream(method.getAnnotationsByType(Insert.class))
                                        .map(Insert::value),
                                Arrays.stream(method.getAnnotationsByType(Update.class))
                                        .map(Update::value),
                                Arrays.stream(method.getAnnotationsByType(Delete.class))
                                        .map(Delete::value))
                        .flatMap(statement -> statement))
                .map(parts -> String.join(" ", parts).toLowerCase(java.util.Locale.ROOT))
                .map(statement -> statement.replaceAll("'[^']*'", "''").replaceAll("</?[a-z][^>]*>", " "))
                .map(statement -> statement.replaceAll("\\s+", " ").replace("select distinct from", ""));
    }

    @Test
    void a_module_reads_and_writes_its_own_tables_only() throws ClassNotFoundException {
        var foreign = new TreeSet<String>();
        var seen = 0;
        for (var mapper : mappers()) {
            var module = mapper.getPackageName().split("\\.")[2];
            for (var statement : statements(mapper).toList()) {
                var tables = TABLE.matcher(statement);
                while (tables.find()) {
                    seen++;
                    if (!tables.group(1).startsWith(module + "_")) {
                        foreign.add(mapper.getSimpleName() + " uses " + tables.group(1));
                    }
                }
            }
        }
        assertThat(foreign).isEmpty();
        assertThat(seen).isGreaterThan(50);
    }

    @Test
    void a_migration_has_a_number_of_its_own_and_makes_the_tables_of_its_module() throws IOException {
        var numbers = new ArrayList<String>();
        for (var file : migrations()) {
            var name = file.getFileName().toString();
            assertThat(name).matches("V[0-9_]+__[a-z]+(_[a-z]+)*\\.sql");
            numbers.add(name.substring(1, name.indexOf("__")));
            var module = name.substring(name.indexOf("__") + 2).split("[_.]")[0];
            assertThat(Path.of("src/main/java/io/tongban", module)).isDirectory();
            var made = MADE.matcher(plain(file));
            while (made.find()) {
                // Only the process module touches the engine's tables.
                assertThat(made.group(1))
                        .as(name)
                        .matches(module.equals("process") ? "(process|act)_.*" : module + "_.*");
            }
        }
        assertThat(numbers).doesNotHaveDuplicates().doesNotContain("1");
    }

    @Test
    void a_migration_says_nothing_that_only_one_database_understands() throws IOException {
        for (var file : migrations()) {
            assertThat(plain(file)).as(file.toString()).doesNotContainPattern(TRICK);
        }
    }

    @Test
    void every_point_in_time_has_milliseconds() throws IOException {
        for (var file : migrations()) {
            assertThat(plain(file)).as(file.toString()).doesNotContainPattern("\\bdatetime\\b(?!\\(3\\))");
        }
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.walk(MIGRATIONS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    /** Without comments and texts. */
    private static String plain(Path file) throws IOException {
        return Files.readString(file)
                .replaceAll("(?m)--.*$", "")
                .replaceAll("'(?:[^']|'')*'", "''")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
