package io.tongban.process;

import io.tongban.process.engine.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Findings in the reader's language. The checks say them in English; {@code findings.tsv} has the same sentences in
 * Chinese, with a star for what they name.
 */
@Component
class FindingWords {

    private record Sentence(Pattern english, String chinese) {}

    private static final Map<String, Set<String>> KINDS = Map.of(
            "xml",
            Set.of("xml", "json", "too-large", "too-deep"),
            "schema",
            Set.of(
                    "file-name",
                    "one-process",
                    "one-decision",
                    "not-executable",
                    "history",
                    "start",
                    "first-task",
                    "no-default",
                    "no-condition",
                    "engine",
                    "form-key"),
            "wiring",
            Set.of(
                    "step-unknown",
                    "step-missing",
                    "form-unknown",
                    "decision-unknown",
                    "rule-unknown",
                    "fact-unknown",
                    "fact-unused",
                    "approver-missing",
                    "action-unknown",
                    "source-unknown",
                    "binding",
                    "decision-result"),
            "form-field",
            Set.of("field-unknown", "field-in-title"),
            "soundness",
            Set.of("circle", "soundness"),
            "name",
            Set.of("name", "english"));
    private static final Set<String> OWN = Set.of("table-gap", "table-overlap", "approver");

    private final List<Sentence> sentences = new ArrayList<>();

    FindingWords() {
        try (var file = new ClassPathResource("io/tongban/process/findings.tsv").getInputStream()) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("\t"))
                    .forEach(line -> sentences.add(sentence(line.split("\t", 2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sentence sentence(String[] pair) {
        var english = Pattern.compile("\\*")
                .splitAsStream(pair[0])
                .map(Pattern::quote)
                .collect(Collectors.joining("(.*)"));
        return new Sentence(Pattern.compile(english + (pair[0].endsWith("*") ? "(.*)" : ""), Pattern.DOTALL), pair[1]);
    }

    ModelFinding of(Finding finding, Map<String, byte[]> files, Locale locale) {
        var source = new String(files.getOrDefault(finding.file(), new byte[0]), StandardCharsets.UTF_8);
        var id = finding.element();
        return new ModelFinding(
                finding.severity(),
                kind(finding.rule()),
                finding.rule(),
                finding.file(),
                id.isEmpty() || !source.contains("\"" + id + "\"") && !source.contains("'" + id + "'") ? null : id,
                finding.line(),
                locale.getLanguage().equals("en") ? finding.message() : chinese(finding.message()));
    }

    static String kind(String rule) {
        return OWN.contains(rule)
                ? rule
                : KINDS.entrySet().stream()
                        .filter(kind -> kind.getValue().contains(rule))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse("policy");
    }

    /** The English one where there is no other. */
    String chinese(String english) {
        for (var sentence : sentences) {
            var found = sentence.english().matcher(english);
            if (found.matches()) {
                var text = sentence.chinese();
                for (int i = 1; i <= found.groupCount(); i++) {
                    text = text.replace("{" + i + "}", found.group(i));
                }
                return text;
            }
        }
        return english;
    }
}
