package io.tongban.worktask;

import io.tongban.org.Person;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person as pages show one. */
record Who(String id, String name, @Nullable String portrait) {

    static Who of(Map<String, Person> names, String id) {
        var person = names.get(id);
        return person == null ? new Who(id, "", null) : new Who(id, person.name(), person.portrait());
    }
}
