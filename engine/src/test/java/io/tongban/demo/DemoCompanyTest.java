package io.tongban.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.access.Accounts;
import io.tongban.access.DemoMark;
import io.tongban.access.Roles;
import io.tongban.org.Departments;
import io.tongban.org.People;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The people of the demo on an empty database; the steps follow each other. */
@ProductTest
@TestPropertySource(properties = "tongban.public-url=https://demo.example")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoCompanyTest {

    @Autowired
    People people;

    @Autowired
    Departments departments;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    @Autowired
    DemoMark mark;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private void start(DemoPart... parts) {
        new DemoCompany(
                        departments,
                        new DemoPeople(people, departments, accounts, roles),
                        new DemoClock(),
                        mark,
                        List.of(parts),
                        transaction,
                        environment)
                .run(new DefaultApplicationArguments());
    }

    private int persons() {
        return people.everybody().size();
    }

    @Test
    @Order(1)
    void a_failure_leaves_nothing_behind() {
        assertThatThrownBy(() -> start(p -> {
                    throw new IllegalStateException("half way");
                }))
                .hasMessage("half way");
        assertThat(persons()).isZero();
        assertThat(departments.all()).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from access_account", Integer.class))
                .isZero();
    }

    @Test
    @Order(2)
    void sixty_people_in_eight_departments_work_for_the_company() {
        start();
        assertThat(persons()).isEqualTo(60);
        assertThat(departments.all()).hasSize(9);
        assertThat(departments.root().orElseThrow().name()).isEqualTo("云帆科技");
        assertThat(departments.all())
                .allSatisfy(
                        d -> assertThat(departments.heads(d.id())).as(d.name()).hasSize(1));
        assertThat(people.everybody())
                .allSatisfy(id -> assertThat(people.departments(id)).hasSize(1));
        assertThat(people.everybody())
                .filteredOn(id -> people.leader(id).isEmpty())
                .hasSize(1);
        for (var role : List.of("hr", "finance", "it", "office", "designer", "administrator", "process-admin")) {
            assertThat(roles.members(role)).as(role).isNotEmpty();
        }
    }

    @Test
    @Order(3)
    void the_promised_accounts_stand_where_they_should() {
        var chen = people.byLogin("chen.yu").orElseThrow();
        assertThat(chen.departmentName()).isEqualTo("研发部");
        assertThat(people.leaders(chen.id()))
                .extracting(id -> people.get(id).account())
                .containsExactly("zhao.min", "sun.lei", "he.jing");
        assertThat(departments.heads(String.valueOf(chen.departmentId())))
                .extracting(id -> people.get(id).account())
                .containsExactly("sun.lei");
        assertThat(people.byLogin("wu.xs").orElseThrow().departmentName()).isEqualTo("销售部");
        assertThat(roles.rolesOf(people.byLogin("lin.lc").orElseThrow().id())).contains("designer");
        for (var account : List.of("chen.yu", "zhao.min", "sun.lei", "he.jing", "wang.hr", "li.cw", "gao.admin")) {
            assertThat(new TestClient(port)
                            .login(account, DemoPeople.PASSWORD)
                            .ok()
                            .path("next")
                            .isNull())
                    .as(account)
                    .isTrue();
        }
    }

    @Test
    @Order(4)
    void a_second_start_changes_nothing() {
        start(p -> {
            throw new IllegalStateException("must not run again");
        });
        assertThat(persons()).isEqualTo(60);
    }

    @Test
    @Order(5)
    void its_database_never_starts_outside_the_demo() {
        assertThatThrownBy(mark::afterSingletonsInstantiated).hasMessageContaining("demo company");
        assertThat(new TestClient(port).get("/api/setup").ok().path("needed").asBoolean())
                .isFalse();
    }
}
