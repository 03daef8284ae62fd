package io.tongban.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import io.tongban.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class PeopleTest {

    @Autowired
    TestCompany company;

    @Autowired
    People people;

    @Autowired
    Departments departments;

    @Autowired
    Roles roles;

    @BeforeEach
    void open() {
        company.open();
    }

    @Test
    void a_person_is_found_by_login_name_and_by_number_in_any_case() {
        assertThat(people.byLogin("Chen.Yu")).map(Person::name).contains("陈宇");
        assertThat(people.byLogin(" yf004 ")).map(Person::name).contains("陈宇");
        assertThat(people.byLogin("nobody")).isEmpty();
    }

    @Test
    void a_person_knows_the_main_department_and_position() {
        var chen = people.get(company.id("chen.yu"));
        assertThat(chen.departmentName()).isEqualTo("研发部");
        assertThat(chen.position()).isEqualTo("工程师");
        assertThat(chen.present()).isTrue();
        assertThat(people.byIds(List.of(chen.id(), "unknown"))).containsOnlyKeys(chen.id());
    }

    @Test
    void the_chain_of_leaders_goes_up_to_the_head_of_the_company() {
        assertThat(people.leaders(company.id("chen.yu")))
                .containsExactly(company.id("zhao.min"), company.id("sun.lei"), company.id("he.jing"));
        assertThat(departments.heads(company.development())).containsExactly(company.id("sun.lei"));
    }

    @Test
    void who_left_is_no_leader_and_the_chain_passes_over() {
        var boss = company.employ("离职经理", "sun.lei");
        var worker = company.employ("留任员工", boss);
        people.setPresent(company.id(boss), false);
        assertThat(people.leader(company.id(worker))).isEmpty();
        assertThat(people.leaders(company.id(worker))).startsWith(company.id("sun.lei"));
        assertThat(people.present(company.id(boss))).isFalse();
        assertThat(departments.members(company.development())).doesNotContain(company.id(boss));
    }

    @Test
    void nobody_can_lead_the_own_leader() {
        assertThatThrownBy(() -> departments.setLeader(company.id("he.jing"), company.id("chen.yu")))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.errors().get(0).code()).isEqualTo("org:leader-circle"));
    }

    @Test
    void a_department_cannot_move_below_itself() {
        var upper = departments.add(company.development(), "平台组", 1);
        var lower = departments.add(upper.id(), "数据库小组", 1);
        assertThatThrownBy(() -> departments.change(upper.id(), lower.id(), "平台组", 1))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.errors().get(0).code()).isEqualTo("org:department-circle"));
    }

    @Test
    void moving_to_another_department_ends_the_earlier_membership() {
        var mover = company.id(company.employ("调岗员工", null));
        departments.join(mover, company.sales(), "销售代表", true);
        assertThat(people.departments(mover)).containsExactly(company.sales());
        departments.join(mover, company.development(), "顾问", false);
        assertThat(people.departments(mover)).containsExactly(company.sales(), company.development());
    }

    @Test
    void a_leader_leads_also_whom_the_led_lead() {
        var top = company.id(company.employ("顶层", null));
        var middle = company.id(company.employ("中层", null));
        var worker = company.id(company.employ("员工", null));
        departments.setLeader(middle, top);
        departments.setLeader(worker, middle);
        assertThat(people.led(top)).containsExactly(middle, worker);
        people.setPresent(middle, false);
        assertThat(people.led(top)).containsExactly(worker);
        assertThat(people.led(worker)).isEmpty();
    }

    @Test
    void login_names_and_numbers_are_unique_across_both() {
        assertThatThrownBy(() -> people.add(NewPerson.of("chen.yu", "X1", "另一位")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> people.add(NewPerson.of("another", "chen.YU", "另一位")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void unusual_names_are_kept_as_they_are() {
        var name = "𠮷野家😀 <b>\"O'Neil\" é עברית";
        var person = people.add(NewPerson.of("unusual.name", "U-1", name));
        assertThat(people.get(person.id()).name()).isEqualTo(name);
    }

    @Test
    void names_sound_as_their_owners_say_them() {
        assertThat(Pinyin.of("陈宇")).isEqualTo(new Pinyin("chenyu", "cy"));
        assertThat(Pinyin.of("曾单华").full()).startsWith("zeng");
        assertThat(Pinyin.of("John Smith")).isEqualTo(new Pinyin("johnsmith", "js"));
        assertThat(Pinyin.of("Zoë Müller")).isEqualTo(new Pinyin("zoemuller", "zm"));
        assertThat(Pinyin.of("吕洞宾").full()).isEqualTo("ludongbin");
    }

    @Test
    void roles_are_granted_and_taken_away_but_one_administrator_remains() {
        var person = company.id(company.employ("角色员工", null));
        roles.grant(person, "finance");
        assertThat(roles.members("finance")).contains(person);
        assertThat(roles.rolesOf(person)).containsExactlyInAnyOrder("employee", "finance");
        roles.revoke(person, "finance");
        assertThat(roles.rolesOf(person)).containsExactly("employee");
        assertThat(company.actor("gao.admin").may("access.manage")).isTrue();
    }
}
