package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done is taken back: a decision, work that was handed on, an approved request; and people are urged and told. */
@ProductTest
class RecallsTest {

    @Autowired
    Desk desk;

    @Autowired
    Recalls recalls;

    @Autowired
    Attention attention;

    @Autowired
    Requests requests;

    @Autowired
    InboxMapper inbox;

    @Autowired
    TrialSteps steps;

    @Autowired
    TestCompany company;

    private Desk.Case vote(String way, String... people) {
        return desk.ask("chen.yu", "trial-vote", "way", way, "people", desk.ids(people));
    }

    @Test
    void a_decision_is_taken_back_while_nobody_has_acted_on_it() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000).approves("zhao.min");
        var task = asked.rows("zhao.min").get(0).id();
        asked.takesBack("zhao.min").waitsFor("zhao.min").isAt("Task_Leader");
        assertThat(asked.rows("zhao.min")).extracting(InboxRow::id).containsExactly(task);
        asked.approves("zhao.min").waitsFor("role:finance");
    }

    @Test
    void once_somebody_went_on_it_can_not_be_taken_back() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000).approves("zhao.min");
        asked.does("li.cw", "claim", Tasks.Input.empty());
        asked.refused("process:moved-on-by", () -> asked.takesBack("zhao.min"));
    }

    @Test
    void what_ended_the_request_is_not_taken_back() {
        var asked = desk.ask("chen.yu", "trial-request").approves("zhao.min").is("approved");
        asked.refused("process:ended-approved", () -> asked.takesBack("zhao.min"));
    }

    @Test
    void a_ballot_is_taken_back_while_the_vote_is_open() {
        vote("all", "wang.hr", "wu.xs")
                .approves("wang.hr")
                .takesBack("wang.hr")
                .waitsFor("wang.hr", "wu.xs")
                .rejects("wang.hr")
                .is("rejected");
    }

    @Test
    void the_ballot_that_decided_a_vote_is_taken_back_and_the_others_stand() {
        vote("ratio", "wang.hr", "wu.xs", "li.cw")
                .approves("wang.hr", "wu.xs")
                .isAt("Task_Next")
                .takesBack("wu.xs")
                .waitsFor("wu.xs", "li.cw")
                .seen("wang.hr", "done")
                .approves("li.cw")
                .isAt("Task_Next");
    }

    @Test
    void in_order_a_ballot_is_taken_back_only_before_the_next_one_decides() {
        var vote = vote("order", "wang.hr", "wu.xs", "li.cw").approves("wang.hr");
        vote.takesBack("wang.hr")
                .waitsFor("wang.hr")
                .seen("wu.xs", "waiting")
                .approves("wang.hr")
                .approves("wu.xs");
        vote.refused("process:moved-on", () -> vote.takesBack("wang.hr"));
    }

    @Test
    void nobody_takes_back_what_others_decided() {
        var vote = vote("all", "wang.hr", "wu.xs").approves("wang.hr");
        vote.refused(
                "process:nothing-to-take-back",
                () -> vote.on(vote.rows("wu.xs").get(0), "wu.xs", "take-back", Tasks.Input.empty()));
    }

    @Test
    void an_approval_on_one_branch_is_taken_back_without_touching_the_other() {
        desk.ask("chen.yu", "trial-branches")
                .approves("zhao.min")
                .approves("wang.hr")
                .takesBack("wang.hr")
                .isAt("Task_A1", "Task_B1");
    }

    @Test
    void an_approved_request_is_revoked_and_what_it_did_is_undone() {
        var asked =
                vote("any", "wang.hr").approves("wang.hr").approves("zhao.min").is("approved");
        assertThat(steps.reserved).containsKey(asked.id);
        assertThatThrownBy(() -> recalls.revoke(company.actor("chen.yu"), asked.id, "", null, null))
                .hasMessage("kernel:invalid");
        recalls.revoke(company.actor("chen.yu"), asked.id, "计划变了", null, null);
        asked.is("revoked");
        assertThat(steps.reserved).doesNotContainKey(asked.id);
        assertThatThrownBy(() -> recalls.revoke(company.actor("chen.yu"), asked.id, "再撤", null, null))
                .hasMessage("process:not-revocable");
    }

    @Test
    void only_the_applicant_revokes_and_only_where_the_model_allows_it() {
        var asked =
                vote("any", "wang.hr").approves("wang.hr").approves("zhao.min").is("approved");
        assertThatThrownBy(() -> recalls.revoke(company.actor("wang.hr"), asked.id, "不行", null, null))
                .hasMessage("kernel:not-found");
        var plain = desk.ask("chen.yu", "trial-request").approves("zhao.min").is("approved");
        assertThatThrownBy(() -> recalls.revoke(company.actor("chen.yu"), plain.id, "计划变了", null, null))
                .hasMessage("process:not-revocable");
    }

    @Test
    void the_applicant_urges_but_not_all_the_time() {
        var asked = desk.ask("chen.yu", "trial-request");
        var chen = company.actor("chen.yu");
        attention.urge(chen, asked.id, "急", null);
        assertThat(asked.trail()).containsExactly("submit", "urge");
        assertThatThrownBy(() -> attention.urge(chen, asked.id, null, null)).hasMessage("process:urged-already");
        assertThatThrownBy(() -> attention.urge(company.actor("zhao.min"), asked.id, null, null))
                .hasMessage("kernel:forbidden");
        assertThatThrownBy(() -> attention.urge(company.actor("wu.xs"), asked.id, null, null))
                .hasMessage("kernel:not-found");
    }

    @Test
    void a_copy_can_be_read_and_says_that_it_was() {
        var asked = desk.ask("chen.yu", "trial-request");
        var wu = company.actor("wu.xs");
        attention.copy(company.actor("zhao.min"), asked.id, List.of(wu.id()), "供参考", null);
        attention.copy(company.actor("zhao.min"), asked.id, List.of(wu.id()), "再发一次", null);
        assertThat(requests.get(wu, asked.id).id()).isEqualTo(asked.id);
        assertThat(asked.rows("wu.xs")).hasSize(1).allMatch(row -> row.action() == null);
        attention.read(wu, asked.id);
        assertThat(asked.rows("wu.xs")).allMatch(row -> "read".equals(row.action()));
        assertThatThrownBy(() -> attention.copy(company.actor("li.cw"), asked.id, List.of(wu.id()), null, null))
                .hasMessage("kernel:not-found");
    }
}
