package io.tongban.bench;

import io.tongban.Application;
import io.tongban.Sketch;
import io.tongban.access.Accounts;
import io.tongban.access.Roles;
import io.tongban.org.Departments;
import io.tongban.org.NewPerson;
import io.tongban.org.People;
import io.tongban.process.Drawing;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A large company, made through the façades before the server starts. */
final class Company {

    static final String PASSWORD = "Tongban-bench-1";

    private static final int PER_DEPARTMENT = 25;
    private static final int GROUPS_OF_A_PERSON = 5;

    private Company() {}

    /** Login name of somebody: {@code p1} leads {@code p2} to {@code p25}, {@code p26} the next ones, and so on. */
    static String account(int number) {
        return "p" + number;
    }

    static int leaderOf(int number) {
        return (number - 1) / PER_DEPARTMENT * PER_DEPARTMENT + 1;
    }

    static boolean leads(int number) {
        return leaderOf(number) == number;
    }

    static String group(int number) {
        return "group-" + number;
    }

    /** Groups that somebody belongs to. */
    static int groupOf(int person, int index, int groups) {
        return (person * 7 + index * 41) % groups;
    }

    /** Fills an empty database with people in departments, each a member of five of the groups. */
    static void found(Map<String, String> database, Path home, int size, int groups) {
        found(database, home, size, groups, List.of());
    }

    /** The same with models that the product does not have. */
    static void found(Map<String, String> database, Path home, int size, int groups, List<Sketch> models) {
        open(database, home, context -> {
            models.forEach(model -> context.getBean(Drawing.class).deploy(model));
            var people = context.getBean(People.class);
            var departments = context.getBean(Departments.class);
            var accounts = context.getBean(Accounts.class);
            var roles = context.getBean(Roles.class);
            context.getBean(TransactionTemplate.class).executeWithoutResult(t -> {
                var hash = accounts.hash(PASSWORD);
                for (int group = 0; group < groups; group++) {
                    roles.define(group(group), "小组" + group, "Group " + group, Set.of());
                }
                var company = departments.add(null, "云帆科技", 0).id();
                var department = company;
                var leader = "";
                for (int number = 1; number <= size; number++) {
                    var name = "员工" + number;
                    var id = people.add(NewPerson.of(account(number), "YF" + number, name))
                            .id();
                    accounts.createHashed(id, hash, false);
                    if (leads(number)) {
                        department =
                                departments.add(company, "部门" + number, number).id();
                        leader = id;
                    }
                    departments.join(id, department, "员工", true);
                    if (leads(number)) {
                        departments.setHead(department, id);
                    } else {
                        departments.setLeader(id, leader);
                    }
                    for (int index = 0; groups > 0 && index < GROUPS_OF_A_PERSON; index++) {
                        roles.grant(id, group(groupOf(number, index, groups)));
                    }
                }
            });
        });
    }

    /** Starts on the database, which makes its tables and models, does something and stops. */
    static void open(Map<String, String> database, Path home, Consumer<ConfigurableApplicationContext> deed) {
        var settings = new LinkedHashMap<String, Object>(database);
        settings.put("server.port", 0);
        settings.put("server.address", "127.0.0.1");
        settings.put("tongban.home", home.toString());
        settings.put("tongban.jobs", false);
        var arguments = settings.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(Application.class).run(arguments)) {
            deed.accept(context);
        }
    }
}
