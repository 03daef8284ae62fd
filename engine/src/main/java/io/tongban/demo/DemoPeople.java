package io.tongban.demo;

import io.tongban.access.Accounts;
import io.tongban.access.Roles;
import io.tongban.kernel.Actor;
import io.tongban.org.Departments;
import io.tongban.org.NewPerson;
import io.tongban.org.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The people of 云帆科技, from {@code departments.tsv} and {@code people.tsv}. */
@Component
@Profile("demo")
class DemoPeople {

    static final String PASSWORD = "Tongban-demo-1";

    private final People people;
    private final Departments departments;
    private final Accounts accounts;
    private final Roles roles;

    DemoPeople(People people, Departments departments, Accounts accounts, Roles roles) {
        this.people = people;
        this.departments = departments;
        this.accounts = accounts;
        this.roles = roles;
    }

    /** Person id of a login name. */
    String id(String account) {
        return people.byLogin(account).orElseThrow().id();
    }

    Actor actor(String account) {
        return accounts.actor(id(account));
    }

    void make() {
        var departmentIds = departments();
        var ids = people(departmentIds);
        for (var row : rows("departments.tsv")) {
            departments.setHead(known(departmentIds, row[0]), known(ids, row[2]));
        }
        for (var row : rows("people.tsv")) {
            if (!row[4].isEmpty()) {
                departments.setLeader(known(ids, row[0]), known(ids, row[4]));
            }
        }
    }

    private Map<String, String> departments() {
        var ids = new HashMap<String, String>();
        int sort = 0;
        for (var row : rows("departments.tsv")) {
            var parent = row[1].isEmpty() ? null : known(ids, row[1]);
            ids.put(row[0], departments.add(parent, row[0], sort++).id());
        }
        return ids;
    }

    private Map<String, String> people(Map<String, String> departmentIds) {
        var ids = new HashMap<String, String>();
        var hash = accounts.hash(PASSWORD);
        int number = 1;
        for (var row : rows("people.tsv")) {
            var phone = "138-0000-%04d".formatted(1000 + number);
            var person = people.add(
                    new NewPerson(row[0], "YF%04d".formatted(number), row[1], row[0] + "@yunfan.example", phone));
            departments.join(person.id(), known(departmentIds, row[2]), row[3], true);
            accounts.createHashed(person.id(), hash, false);
            for (var role : row[5].split(" ")) {
                if (!role.isEmpty()) {
                    roles.grant(person.id(), role);
                }
            }
            ids.put(row[0], person.id());
            number++;
        }
        return ids;
    }

    private static String known(Map<String, String> ids, String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    static List<String[]> rows(String file) {
        try {
            return new ClassPathResource("io/tongban/demo/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
