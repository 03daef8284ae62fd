package io.tongban;

import io.tongban.access.Accounts;
import io.tongban.access.Roles;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.org.Departments;
import io.tongban.org.NewPerson;
import io.tongban.org.People;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small company with the login names of the demo: chen.yu is led by zhao.min, she by sun.lei (head of 研发部), he by
 * he.jing (head of the company). It is made at the first use and shared by all tests on one database; tests that change
 * people add their own with {@link #employ}.
 */
@Component
public class TestCompany {

    public static final String PASSWORD = "Tongban-demo-1";

    private final People people;
    private final Departments departments;
    private final Accounts accounts;
    private final Roles roles;
    private final Environment environment;
    private final TransactionTemplate transaction;
    private @Nullable String passwordHash;

    TestCompany(
            People people,
            Departments departments,
            Accounts accounts,
            Roles roles,
            Environment environment,
            TransactionTemplate transaction) {
        this.people = people;
        this.departments = departments;
        this.accounts = accounts;
        this.roles = roles;
        this.environment = environment;
        this.transaction = transaction;
    }

    /** A client that nobody has signed in with. */
    public TestClient anonymous() {
        open();
        return new TestClient(environment.getRequiredProperty("local.server.port", Integer.class)).heldToTheDocument();
    }

    /** A client signed in as the person with this login name. */
    public TestClient signIn(String account) {
        return anonymous().signIn(account, PASSWORD);
    }

    /** Person id of a login name. */
    public String id(String account) {
        open();
        return people.byLogin(account).orElseThrow().id();
    }

    /** Login name of a person. */
    public String account(String id) {
        return people.find(id).orElseThrow().account();
    }

    public Actor actor(String account) {
        return accounts.actor(id(account));
    }

    /** Id of 研发部. */
    public String development() {
        return department("研发部");
    }

    /** Id of 销售部. */
    public String sales() {
        return department("销售部");
    }

    /** Employs somebody new in 研发部 under the given leader; returns the login name. */
    public String employ(String name, @Nullable String leaderAccount) {
        open();
        var account = "t" + Ids.next().substring(9).replace("-", "");
        transaction.executeWithoutResult(t -> {
            var id = person(account, account.toUpperCase(java.util.Locale.ROOT), name, development(), "工程师");
            if (leaderAccount != null) {
                departments.setLeader(id, id(leaderAccount));
            }
        });
        return account;
    }

    /** Somebody gets another leader. */
    public void lead(String account, String leaderAccount) {
        transaction.executeWithoutResult(t -> departments.setLeader(id(account), id(leaderAccount)));
    }

    /** Makes the company unless it stands already. */
    public synchronized void open() {
        if (passwordHash != null) {
            return;
        }
        passwordHash = accounts.hash(PASSWORD);
        transaction.executeWithoutResult(t -> {
            if (people.byLogin("chen.yu").isPresent()) {
                return;
            }
            var company = departments.add(null, "云帆科技", 0).id();
            var development = departments.add(company, "研发部", 1).id();
            var sales = departments.add(company, "销售部", 2).id();
            var hr = departments.add(company, "人力资源部", 3).id();
            var he = person("he.jing", "YF001", "何静", company, "总经理");
            var sun = person("sun.lei", "YF002", "孙磊", development, "研发总监");
            var zhao = person("zhao.min", "YF003", "赵敏", development, "研发经理");
            var chen = person("chen.yu", "YF004", "陈宇", development, "工程师");
            var wang = person("wang.hr", "YF005", "王慧", hr, "人事主管");
            var gao = person("gao.admin", "YF006", "高远", company, "系统管理员");
            var wu = person("wu.xs", "YF007", "吴小山", sales, "销售代表");
            var li = person("li.cw", "YF008", "李文", company, "财务主管");
            departments.setLeader(li, he);
            roles.grant(li, "finance");
            departments.setHead(company, he);
            departments.setHead(development, sun);
            departments.setLeader(sun, he);
            departments.setLeader(zhao, sun);
            departments.setLeader(chen, zhao);
            departments.setLeader(wang, he);
            departments.setLeader(gao, he);
            departments.setLeader(wu, he);
            roles.grant(wang, "hr");
            roles.grant(gao, Roles.ADMINISTRATOR);
        });
    }

    private String person(String account, String number, String name, String department, String position) {
        var id = people.add(NewPerson.of(account, number, name)).id();
        departments.join(id, department, position, true);
        accounts.createHashed(id, Objects.requireNonNull(passwordHash), false);
        return id;
    }

    private String department(String name) {
        open();
        return departments.all().stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
