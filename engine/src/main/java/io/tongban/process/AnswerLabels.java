package io.tongban.process;

import io.tongban.org.Person;
import java.util.LinkedHashMap;
import java.util.Map;

/** Words that stand for answers, by field. */
final class AnswerLabels {

    private AnswerLabels() {}

    /** Words for answers that are ids, so that a page needs no further call, and sums in capitals. */
    static Map<String, String> of(FormSchema form, Map<String, Object> answers, Map<String, Person> known) {
        var labels = new LinkedHashMap<String, String>();
        form.fields().values().stream()
                .filter(f -> f.property("capitals").equals("true"))
                .forEach(f -> {
                    var sum = Formulas.number(answers.get(f.key()));
                    if (sum != null) {
                        labels.put(f.key(), Capitals.of(sum));
                    }
                });
        form.fields().values().stream()
                .filter(f -> "person".equals(f.component()) && answers.get(f.key()) != null)
                .forEach(f -> {
                    var person = known.get(String.valueOf(answers.get(f.key())));
                    if (person != null) {
                        labels.put(f.key(), person.name());
                    }
                });
        return labels;
    }
}
