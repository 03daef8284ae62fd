package io.tongban.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.access.Roles;
import io.tongban.kernel.Texts;
import io.tongban.org.Departments;
import io.tongban.org.People;
import io.tongban.process.Approvers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom each rule finds, and what happens to nobody, to applicants, to the excluded and to those who have left. */
@ProductTest
class ApproverRulesTest {

    @Autowired
    TestCompany company;

    @Autowired
    Approvers approvers;

    @Autowired
    Departments departments;

    @Autowired
    People people;

    @Autowired
    Roles roles;

    @Autowired
    Texts texts;

    @Autowired
    TransactionTemplate transaction;

    Laboratory lab;

    @BeforeEach
    void laboratory() {
        lab = new Laboratory(company, departments, transaction);
    }

    /** A rule that is asked for a request of ann's. */
    private final class Asked {

        private final String rule;
        private String applicant = lab.ann;
        private @Nullable String nobody;
        private String own = "leader";
        private final List<String> exclude = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();
        private final Map<String, List<String>> decided = new HashMap<>();
        private String seed = "request/step";

        Asked(String rule) {
            this.rule = rule;
        }

        Asked by(String account) {
            applicant = account;
            return this;
        }

        Asked nobody(String policy) {
            nobody = policy;
            return this;
        }

        Asked own(String policy) {
            own = policy;
            return this;
        }

        Asked without(String... rules) {
            exclude.addAll(List.of(rules));
            return this;
        }

        Asked with(String key, Object value) {
            values.put(key, value);
            return this;
        }

        Asked decidedAt(String step, String... accounts) {
            decided.put(step, ids(accounts));
            return this;
        }

        Asked seed(String text) {
            seed = text;
            return this;
        }

        Approvers.Found found() {
            assertThat(approvers.understands(rule)).as(rule).isTrue();
            var found = approvers.find(new Approvers.Question(
                    rule,
                    nobody,
                    own,
                    exclude,
                    company.id(applicant),
                    values::get,
                    step -> decided.getOrDefault(step, List.of()),
                    seed));
            for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                assertThat(texts.get(locale, "why." + found.why(), found.args().toArray()))
                        .as("why in " + locale)
                        .doesNotContain("why.")
                        .doesNotContain("{");
            }
            return found;
        }

        void finds(String why, String... accounts) {
            var found = found();
            assertThat(approvers.members(found)).as(rule + " of " + found).isEqualTo(ids(accounts));
            assertThat(found.why()).isEqualTo(why);
            assertThat(found.decision()).isNull();
        }

        void findsNobody() {
            var found = found();
            assertThat(found.why()).as(rule + " of " + found).isEqualTo("nobody");
            assertThat(approvers.members(found)).isNotEmpty().doesNotContain(company.id(applicant));
            assertThat(nobody("pass").found().reason()).isEqualTo("nobody-pass");
            assertThat(found().decision()).isEqualTo("approve");
            assertThat(nobody("reject").found().decision()).isEqualTo("reject");
            nobody("person:wu.xs").finds("person", "wu.xs");
            assertThat(nobody("none").found().nobody()).isTrue();
        }

        void findsAll(String... accounts) {
            assertThat(approvers.members(found())).hasSameElementsAs(ids(accounts));
        }

        void findsOtherThan(String account) {
            var found = found();
            assertThat(found.decision()).isNull();
            assertThat(approvers.members(found)).isNotEmpty().doesNotContain(company.id(account));
        }

        void isRejected(String why) {
            assertThat(found().decision()).isEqualTo("reject");
            assertThat(found().why()).isEqualTo(why);
        }

        void isSkipped() {
            assertThat(own("skip").found().decision()).isEqualTo("approve");
            assertThat(found().why()).isEqualTo("own-skip");
        }
    }

    private Asked rule(String text) {
        return new Asked(text);
    }

    private List<String> ids(String... accounts) {
        return Stream.of(accounts).map(company::id).toList();
    }

    private void leaves(String account) {
        people.setPresent(company.id(account), false);
    }

    @Test
    void an_applicant_works_on_the_own_request_and_the_leader_does_once_they_have_left() {
        rule("applicant").finds("applicant", lab.ann);
        rule("applicant").own("skip").finds("applicant", lab.ann);
        leaves(lab.ann);
        rule("applicant").finds("leader", lab.lead);
    }

    @Test
    void a_person() {
        rule("person:" + lab.ben).finds("person", lab.ben);
        rule("person:" + lab.ann).finds("own-leader", lab.lead);
        rule("person:" + lab.ann).own("allow").finds("person", lab.ann);
        rule("person:" + lab.ann).own("head").finds("own-head", lab.lead);
        rule("person:" + lab.ann).isSkipped();
        rule("person:" + lab.ben).without("person:" + lab.ben).findsNobody();
        leaves(lab.ben);
        rule("person:" + lab.ben).nobody("reject").isRejected("nobody-reject");
    }

    @Test
    void a_role_is_a_pool_without_the_applicant_and_the_excluded() {
        var role = newRole(lab.boss, lab.ben, lab.ann);
        assertThat(rule("role:" + role).by("chen.yu").found().role()).isEqualTo(role);
        assertThat(approvers.members(rule("role:" + role).found())).hasSameElementsAs(ids(lab.boss, lab.ben));
        assertThat(approvers.members(rule("role:" + role).own("allow").found()))
                .hasSameElementsAs(ids(lab.boss, lab.ben, lab.ann));
        rule("role:" + role).without("head:2").finds("role", lab.ben);
        var alone = newRole(lab.ann);
        rule("role:" + alone).findsNobody();
        rule("role:" + alone).isSkipped();
        rule("role:" + alone).own("head").finds("own-head", lab.lead);
        leaves(lab.boss);
        rule("role:" + role).finds("role", lab.ben);
        rule("role:no-such").findsNobody();
    }

    @Test
    void a_leader_so_many_levels_up() {
        rule("leader").finds("leader", lab.lead);
        rule("leader:2").finds("leader-above", lab.boss);
        rule("leader:9").findsNobody();
        rule("leader").without("leader").findsNobody();
        leaves(lab.lead);
        rule("leader").finds("leader", lab.boss);
    }

    @Test
    void the_chain_of_leaders_from_below() {
        rule("leaders:1").finds("leaders", lab.lead);
        rule("leaders:2").finds("leaders", lab.lead, lab.boss);
        rule("leaders:9").finds("leaders", lab.lead, lab.boss, "he.jing");
        rule("leaders:top").finds("leaders", lab.lead, lab.boss, "he.jing");
        rule("leaders:top").without("leader:2").finds("leaders", lab.lead, "he.jing");
        rule("leaders:top").by("he.jing").nobody("reject").isRejected("nobody-reject");
        leaves(lab.lead);
        rule("leaders:2").finds("leaders", lab.boss, "he.jing");
    }

    @Test
    void the_chain_of_leaders_from_the_top() {
        rule("leaders-down:1").finds("leaders", "he.jing");
        rule("leaders-down:2").finds("leaders", "he.jing", lab.boss);
        rule("leaders-down:9").finds("leaders", "he.jing", lab.boss, lab.lead);
        rule("leaders-down:2").by("he.jing").findsNobody();
    }

    @Test
    void the_chain_of_leaders_until_one_holds_a_role() {
        var role = newRole(lab.boss);
        rule("leaders:role=" + role).finds("leaders-to-role", lab.lead, lab.boss);
        rule("leaders:role=" + newRole("wu.xs")).finds("leaders-to-role", lab.lead, lab.boss, "he.jing");
        rule("leaders:role=" + role).without("leaders:top").findsNobody();
    }

    @Test
    void a_head_of_the_own_department_or_one_further_up() {
        rule("head").finds("head", lab.lead);
        rule("head:2").finds("head", lab.boss);
        rule("head:top").finds("head", "he.jing");
        rule("head").by(lab.lead).finds("head", lab.boss);
        rule("head").by(lab.lead).own("allow").finds("head", lab.lead);
        rule("head").by(lab.lead).own("head").finds("own-head", lab.boss);
        rule("head").by(lab.lead).isSkipped();
        rule("head").without("head").findsNobody();
        rule("head:top").by("he.jing").findsNobody();
        leaves(lab.lead);
        rule("head").finds("head", lab.boss);
    }

    @Test
    void a_head_of_a_department_that_is_named() {
        rule("head-of:where").with("where", lab.unit).finds("head", lab.boss);
        rule("head-of:where").with("where", "no-such-department").findsNobody();
        rule("head-of-department:" + lab.named()).finds("head", lab.boss);
        rule("head-of-department:没有这个部门").findsNobody();
        rule("head-of-department:" + lab.named()).by(lab.boss).own("allow").finds("head", lab.boss);
        rule("head-of-department:" + lab.named()).by(lab.boss).isSkipped();
        leaves(lab.boss);
        rule("head-of-department:" + lab.named()).finds("head", "he.jing");
    }

    @Test
    void people_in_an_answer_or_fact() {
        rule("field:who").with("who", ids(lab.ben, "wu.xs")).finds("field", lab.ben, "wu.xs");
        rule("field:who").with("who", ids(lab.ben, lab.ann)).finds("field", lab.ben);
        rule("field:who").with("who", company.id(lab.ann)).finds("own-leader", lab.lead);
        rule("field:who").with("who", company.id(lab.ann)).isSkipped();
        rule("field:who").findsNobody();
        rule("field:who")
                .with("who", ids(lab.ben, "wu.xs"))
                .without("person:wu.xs")
                .finds("field", lab.ben);
        leaves(lab.ben);
        rule("field:who").with("who", ids(lab.ben)).findsOtherThan(lab.ben);
    }

    @Test
    void a_holder_of_work_may_be_the_applicant_but_not_excluded() {
        rule("holder:who").with("who", ids(lab.ann)).finds("holder", lab.ann);
        rule("holder:who")
                .with("who", ids(lab.ann, lab.ben))
                .without("person:" + lab.ann)
                .finds("holder", lab.ben);
        rule("holder:who").findsNobody();
    }

    @Test
    void people_of_a_position_in_the_own_department_or_above() {
        rule("position:工程师").finds("position", lab.ben);
        rule("position:工程师").own("allow").findsAll(lab.ann, lab.ben);
        rule("position:总监").finds("position", lab.boss);
        rule("position:总监").by(lab.boss).finds("own-leader", "he.jing");
        rule("position:总监").by(lab.boss).isSkipped();
        rule("position:宇航员").findsNobody();
        rule("position:工程师").without("person:" + lab.ben).finds("own-leader", lab.lead);
        leaves(lab.ben);
        rule("position:工程师").finds("own-leader", lab.lead);
    }

    @Test
    void members_of_a_department() {
        rule("department:" + lab.named()).finds("department", lab.boss);
        rule("department:没有这个部门").findsNobody();
        rule("department:" + lab.named()).without("head:2").findsNobody();
        rule("members-of:where").with("where", lab.group).findsAll(lab.ben, lab.lead);
        rule("members-of:where").with("where", List.of(lab.unit, lab.group)).findsAll(lab.ben, lab.lead, lab.boss);
        rule("members-of:where").findsNobody();
        rule("members-of:where").by(lab.boss).with("where", lab.unit).isSkipped();
        leaves(lab.ben);
        rule("members-of:where").with("where", lab.group).findsAll(lab.lead);
    }

    @Test
    void the_same_person_as_at_an_earlier_step() {
        rule("step:Task_First").decidedAt("Task_First", lab.ben).finds("step", lab.ben);
        rule("step:Task_First").decidedAt("Task_First", lab.ann).finds("own-leader", lab.lead);
        rule("step:Task_First").decidedAt("Task_First", lab.ann).isSkipped();
        rule("step:Task_First").findsNobody();
        rule("leader")
                .without("step:Task_First")
                .decidedAt("Task_First", lab.lead)
                .findsNobody();
        leaves(lab.ben);
        rule("step:Task_First").decidedAt("Task_First", lab.ben).findsOtherThan(lab.ben);
    }

    @Test
    void one_by_chance_always_the_same_for_a_step_of_a_request() {
        var many = ids(lab.ben, lab.lead, lab.boss, "wu.xs", "li.cw");
        var first = rule("random:field:who").with("who", many).found();
        assertThat(first.why()).isEqualTo("random");
        assertThat(first.people()).hasSize(1);
        assertThat(many).containsAll(first.people());
        assertThat(rule("random:field:who").with("who", many).found()).isEqualTo(first);
        var others = many.stream().filter(id -> !first.people().contains(id)).toList();
        assertThat(rule("random:field:who")
                        .with("who", many.subList(0, 5))
                        .found()
                        .people())
                .isEqualTo(first.people());
        assertThat(others)
                .containsAll(
                        rule("random:field:who").with("who", others).found().people());
        var chosen = new HashSet<String>();
        for (int i = 0; i < 60; i++) {
            chosen.addAll(rule("random:field:who")
                    .with("who", many)
                    .seed("request" + i)
                    .found()
                    .people());
        }
        assertThat(chosen).hasSameElementsAs(many);
        rule("random:field:who").findsNobody();
        rule("random:field:who").with("who", ids(lab.ann)).isSkipped();
        rule("random:field:who").with("who", ids(lab.ann)).finds("random", lab.lead);
        rule("random:role:" + newRole(lab.ben)).finds("random", lab.ben);
    }

    @Test
    void what_a_decision_says() {
        rule("decision:how").with("how", "leaders:2").finds("leaders", lab.lead, lab.boss);
        rule("decision:how").with("how", List.of("role:no-such", "position:总监")).finds("position", lab.boss);
        rule("decision:how").with("how", "person:" + lab.ann).finds("own-leader", lab.lead);
        rule("decision:how").with("how", "person:" + lab.ann).isSkipped();
        rule("decision:how").with("how", "decision:how").findsNobody();
        rule("decision:how").with("how", "random:decision:how").findsNobody();
        rule("decision:how").with("how", "no such rule").findsNobody();
        rule("decision:how").findsNobody();
    }

    @Test
    void rules_that_are_none_are_not_understood() {
        for (var text : List.of(
                "leaders",
                "leaders:0",
                "leaders:role=",
                "leaders-down:top",
                "position:",
                "department:两 段",
                "step:",
                "random:",
                "random:random:leader",
                "head:0",
                "members-of",
                "leaders:2|x",
                "position:${x}")) {
            assertThat(approvers.understands(text)).as(text).isFalse();
        }
    }

    private String newRole(String... accounts) {
        var key = "lab-" + lab.ann + "-" + Math.abs(List.of(accounts).hashCode());
        roles.define(key, "实验", "Laboratory", java.util.Set.of());
        for (var account : accounts) {
            roles.grant(company.id(account), key);
        }
        return key;
    }
}
