package io.tongban.process;

import io.tongban.access.Role;
import io.tongban.access.Roles;
import io.tongban.kernel.Texts;
import io.tongban.org.Person;
import io.tongban.process.engine.Model;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of people, roles and steps in the reader's language. */
@Component
class Names {

    record PersonRef(String id, String name, @Nullable String portrait) {}

    static final String ROLE = "role:";

    private final Roles roles;
    private final Texts texts;

    Names(Roles roles, Texts texts) {
        this.roles = roles;
        this.texts = texts;
    }

    /** A sentence that was kept as a key with arguments. */
    String sentence(String prefix, String... parts) {
        Object[] args = Arrays.stream(parts).skip(1).toArray();
        if (parts[0].matches("role|leaders-to-role") && args.length > 0) {
            args[0] = role("role:" + args[0], LocaleContextHolder.getLocale());
        }
        return texts.get(prefix + "." + parts[0], args);
    }

    /** Why a rule decided, kept as {@code person|reason|arguments}. */
    String byRule(String detail, Model model) {
        var parts = detail.split("\\|");
        var reason = Arrays.copyOfRange(parts, 1, parts.length);
        if (reason.length > 1 && model.steps().containsKey(reason[1])) {
            reason[1] = model.step(reason[1]).name().in(LocaleContextHolder.getLocale());
        }
        return reason.length == 0 ? "" : sentence("auto", reason);
    }

    /** Name of the role behind an owner {@code role:KEY}. */
    String role(String owner, Locale locale) {
        return String.valueOf(roles(List.of(owner), locale).get(owner));
    }

    /** Names of the roles among these owners, by owner. */
    Map<String, String> roles(Collection<String> owners, Locale locale) {
        var keys = owners.stream()
                .filter(owner -> owner.startsWith(ROLE))
                .map(owner -> owner.substring(ROLE.length()))
                .collect(Collectors.toSet());
        var known = roles.byKeys(keys);
        return keys.stream().collect(Collectors.toMap(key -> ROLE + key, key -> name(key, known.get(key), locale)));
    }

    private static String name(String key, @Nullable Role role, Locale locale) {
        return role == null ? key : locale.getLanguage().equals("en") ? role.nameEn() : role.name();
    }

    static @Nullable String step(Model model, @Nullable String step, Locale locale) {
        if (step == null) {
            return null;
        }
        var known = model.steps().get(step);
        var element = model.names().get(step);
        return known != null ? known.name().in(locale) : element != null ? element.in(locale) : step;
    }

    /** What actions are called at a step that has words of its own for them. */
    static Map<String, String> actions(Model.UserStep step, Locale locale) {
        return step.actionNames().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().in(locale)));
    }

    static String title(RequestRow row, Locale locale) {
        return locale.getLanguage().equals("en") ? row.titleEn() : row.title();
    }

    static PersonRef person(Map<String, Person> people, String id) {
        var person = people.get(id);
        return person == null ? new PersonRef(id, "", null) : new PersonRef(id, person.name(), person.portrait());
    }
}
