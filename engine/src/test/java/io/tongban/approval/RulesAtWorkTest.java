package io.tongban.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.process.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Rules on requests under way: a decision names the rule, the step says what happens to applicants and the excluded. */
@ProductTest
class RulesAtWorkTest {

    @Autowired
    Desk desk;

    @Autowired
    TestCompany company;

    @Autowired
    Departments departments;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    Laboratory lab;

    @BeforeEach
    void laboratory() {
        lab = new Laboratory(company, departments, transaction);
    }

    private Desk.Case ask(String way, String rule, Object... more) {
        var given = new java.util.ArrayList<Object>(java.util.List.of("way", way, "rule", rule));
        given.addAll(java.util.List.of(more));
        return desk.ask(lab.ann, "trial-rules", given.toArray());
    }

    @Test
    void the_chain_of_leaders_decides_in_order_from_below() {
        ask("order", "leaders:top")
                .waitsFor(lab.lead)
                .seen(lab.boss, "waiting")
                .approves(lab.lead)
                .waitsFor(lab.boss)
                .approves(lab.boss)
                .waitsFor("he.jing")
                .approves("he.jing")
                .is("approved");
    }

    @Test
    void the_chain_of_leaders_decides_in_order_from_the_top() {
        ask("order", "leaders-down:2")
                .waitsFor("he.jing")
                .approves("he.jing")
                .waitsFor(lab.boss)
                .rejects(lab.boss)
                .is("rejected");
    }

    @Test
    void without_a_deciding_way_any_of_the_chain_decides() {
        ask("leader", "leaders:2")
                .waitsFor(lab.lead, lab.boss)
                .approves(lab.boss)
                .is("approved");
    }

    @Test
    void an_applicant_who_would_decide_is_skipped_and_the_trail_says_so() {
        var own = ask("skip", "person:" + lab.ann).is("approved");
        assertThat(own.trail()).contains("auto-approve");
        var trail = company.signIn(lab.ann).get("/api/requests/" + own.id).ok().toString();
        assertThat(trail).contains("审批人就是申请人，按规则跳过");
    }

    @Test
    void an_applicant_who_would_decide_gives_way_or_decides_as_the_step_says() {
        ask("leader", "person:" + lab.ann).waitsFor(lab.lead).approves(lab.lead).is("approved");
        ask("head", "person:" + lab.ann).waitsFor(lab.lead);
        ask("allow", "person:" + lab.ann).waitsFor(lab.ann).approves(lab.ann).is("approved");
    }

    @Test
    void of_several_rules_one_that_is_skipped_does_not_decide_for_the_others() {
        ask("both", "person:" + lab.ann, "people", desk.ids(lab.ben))
                .isAt("Task_Earlier")
                .approves(lab.ben)
                .waitsFor(lab.ben)
                .approves(lab.ben)
                .is("approved");
    }

    @Test
    void who_decided_before_or_is_excluded_is_not_asked_and_nobody_is_decided_by_the_step() {
        ask("barred", "leaders:2", "people", desk.ids(lab.lead))
                .approves(lab.lead)
                .waitsFor(lab.boss);
        ask("barred", "leaders:2", "barred", desk.ids(lab.lead, lab.boss)).is("approved");
    }

    @Test
    void the_same_person_decides_a_later_step() {
        ask("leader", "step:Task_Earlier", "people", desk.ids(lab.ben, lab.boss))
                .waitsFor(lab.ben, lab.boss)
                .approves(lab.boss)
                .waitsFor(lab.boss)
                .approves(lab.boss)
                .is("approved");
    }

    @Test
    void one_person_who_is_named_decides() {
        ask("leader", "person:wu.xs").waitsFor("wu.xs").approves("wu.xs").is("approved");
    }

    @Test
    void of_a_role_one_member_decides() {
        ask("leader", "role:finance").waitsFor("role:finance").approves("li.cw").is("approved");
    }

    @Test
    void the_leader_two_levels_up_decides_and_where_there_is_none_the_administrators() {
        ask("leader", "leader:2").waitsFor(lab.boss).approves(lab.boss).is("approved");
        ask("leader", "leader:9")
                .waitsFor("role:administrator")
                .approves("gao.admin")
                .is("approved");
    }

    @Test
    void the_head_of_the_own_department_or_of_the_one_above_decides() {
        ask("leader", "head").waitsFor(lab.lead).approves(lab.lead).is("approved");
        ask("leader", "head:2").waitsFor(lab.boss).rejects(lab.boss).is("rejected");
        ask("leader", "head:top").waitsFor("he.jing");
    }

    @Test
    void where_the_post_of_a_head_is_empty_the_next_one_up_decides() {
        var asked = ask("leader", "head").waitsFor(lab.lead);
        people.setPresent(company.id(lab.lead), false);
        asked.waitsFor(lab.boss);
        ask("leader", "head").waitsFor(lab.boss);
    }

    @Test
    void the_head_of_a_department_that_is_named_decides() {
        ask("leader", "head-of-department:" + lab.named())
                .waitsFor(lab.boss)
                .approves(lab.boss)
                .is("approved");
    }

    @Test
    void members_of_a_department_decide_in_order() {
        ask("order", "department:一组").is("running");
        ask("leader", "department:" + lab.named())
                .waitsFor(lab.boss)
                .approves(lab.boss)
                .is("approved");
    }

    @Test
    void whoever_has_a_position_decides() {
        ask("leader", "position:组长").waitsFor(lab.lead).approves(lab.lead).is("approved");
        ask("leader", "position:宇航员").waitsFor("role:administrator");
    }

    @Test
    void one_by_chance_stays_the_same_for_the_step() {
        var asked = ask("leader", "random:leaders:2");
        var one = asked.holder();
        asked.returns(one, "applicant", "again")
                .submits(lab.ann)
                .waitsFor(one)
                .approves(one)
                .is("approved");
    }

    @Test
    void the_chain_ends_with_the_first_who_holds_a_role() {
        ask("order", "leaders:role=process-admin")
                .approves(lab.lead)
                .approves(lab.boss)
                .waitsFor("he.jing")
                .approves("he.jing")
                .is("approved");
    }

    @Test
    void somebody_who_moves_to_another_leader_keeps_what_was_asked_and_asks_anew_the_new_one() {
        var asked = ask("leader", "leader").waitsFor(lab.lead);
        company.lead(lab.ann, lab.boss);
        asked.waitsFor(lab.lead)
                .returns(lab.lead, "applicant", "again")
                .submits(lab.ann)
                .waitsFor(lab.boss)
                .approves(lab.boss)
                .is("approved");
    }

    @Test
    void an_applicant_who_has_left_is_acted_for_by_the_leader() {
        var asked =
                ask("leader", "leader").returns(lab.lead, "applicant", "again").waitsFor(lab.ann);
        people.setPresent(company.id(lab.ann), false);
        asked.waitsFor(lab.lead);
    }

    @Test
    void work_of_a_leaver_goes_to_whom_the_rule_finds_then() {
        var asked = ask("leader", "position:组长").waitsFor(lab.lead);
        people.setPresent(company.id(lab.lead), false);
        asked.waitsFor("role:administrator");
    }

    @Test
    void whoever_is_asked_reads_why() {
        var asked = ask("leader", "position:总监").waitsFor(lab.boss);
        assertThat(why(asked, lab.boss, "zh-CN")).isEqualTo("你在" + lab.name + "任总监。");
        assertThat(why(asked, lab.boss, "en")).isEqualTo("You are 总监 in " + lab.name + ".");
    }

    private String why(Desk.Case asked, String account, String language) {
        var reader = company.signIn(account).language(language);
        var task = reader.get("/api/requests/" + asked.id)
                .ok()
                .at("/openTasks/0/id")
                .asString();
        return reader.get("/api/tasks/" + task).ok().at("/why").asString();
    }
}
