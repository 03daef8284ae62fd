package io.tongban.process;

import io.tongban.access.Role;
import io.tongban.access.Roles;
import io.tongban.kernel.Texts;
import io.tongban.org.Departments;
import io.tongban.org.Membership;
import io.tongban.org.People;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What somebody is in the organisation: approver rules find nobody, or somebody else, when it has no successor. */
@Component
class OrganisationBelongings implements Belongings {

    private static final String PAGE = "/admin/people";
    private static final int NAMED = 5;

    private final Departments departments;
    private final People people;
    private final Roles roles;
    private final Texts texts;

    OrganisationBelongings(Departments departments, People people, Roles roles, Texts texts) {
        this.departments = departments;
        this.people = people;
        this.roles = roles;
        this.texts = texts;
    }

    @Override
    public List<Belonging> of(String personId, Locale locale) {
        var found = new ArrayList<Belonging>();
        departments.of(personId).stream()
                .filter(Membership::head)
                .forEach(of -> found.add(belonging("belonging.process.head", of.name(), locale)));
        var reports = people.reports(personId);
        if (!reports.isEmpty()) {
            found.add(belonging("belonging.process.reports", named(reports, locale), locale));
        }
        roles
                .byKeys(roles.rolesOf(personId).stream()
                        .filter(Predicate.not(Roles.EMPLOYEE::equals))
                        .toList())
                .values()
                .stream()
                .sorted(Comparator.comparing(Role::key))
                .forEach(role -> found.add(belonging(
                        "belonging.process.role",
                        locale.getLanguage().equals("en") ? role.nameEn() : role.name(),
                        locale)));
        return found;
    }

    private Belonging belonging(String kind, String title, Locale locale) {
        return new Belonging(texts.get(locale, kind), title, PAGE);
    }

    private String named(List<String> reports, Locale locale) {
        var first = reports.subList(0, Math.min(NAMED, reports.size()));
        var known = people.byIds(first);
        var names = first.stream()
                .map(id -> Names.person(known, id).name())
                .collect(Collectors.joining(texts.get(locale, "digest.process.and")));
        return first.size() == reports.size()
                ? names
                : texts.get(locale, "belonging.process.more", names, String.valueOf(reports.size()));
    }
}
