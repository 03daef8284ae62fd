package io.tongban.process;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People who are added to a step, asked for an opinion, or given the work for a while. */
@ProductTest
class SignersTest {

    @Autowired
    Desk desk;

    @Autowired
    TestCompany company;

    private Desk.Case alone() {
        return desk.ask("chen.yu", "trial-request");
    }

    private Desk.Case vote(String way, String... people) {
        return desk.ask("chen.yu", "trial-vote", "way", way, "people", desk.ids(people));
    }

    @Test
    void signers_before_decide_first_and_then_it_comes_back() {
        alone().adds("zhao.min", "before", "all", "wu.xs", "wang.hr")
                .waitsFor("wu.xs", "wang.hr")
                .seen("zhao.min", "waiting")
                .approves("wu.xs")
                .waitsFor("wang.hr")
                .approves("wang.hr")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void a_rejection_by_a_signer_before_rejects_the_step() {
        alone().adds("zhao.min", "before", "all", "wu.xs", "wang.hr")
                .rejects("wu.xs")
                .is("rejected")
                .seen("wang.hr", "gone")
                .seen("zhao.min", "gone");
    }

    @Test
    void of_signers_before_any_one_may_suffice() {
        alone().adds("zhao.min", "before", "any", "wu.xs", "wang.hr")
                .approves("wu.xs")
                .waitsFor("zhao.min")
                .seen("wang.hr", "gone")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void signers_before_may_decide_in_order() {
        alone().adds("zhao.min", "before", "in-order", "wu.xs", "wang.hr")
                .waitsFor("wu.xs")
                .approves("wu.xs")
                .waitsFor("wang.hr")
                .approves("wang.hr")
                .waitsFor("zhao.min");
    }

    @Test
    void signers_after_decide_when_whoever_added_them_has_approved() {
        alone().adds("zhao.min", "after", "all", "wu.xs")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("running")
                .waitsFor("wu.xs")
                .approves("wu.xs")
                .is("approved");
    }

    @Test
    void signers_after_may_reject() {
        alone().adds("zhao.min", "after", "all", "wu.xs")
                .approves("zhao.min")
                .rejects("wu.xs")
                .is("rejected");
    }

    @Test
    void when_whoever_added_them_rejects_nobody_is_asked_afterwards() {
        alone().adds("zhao.min", "after", "all", "wu.xs")
                .rejects("zhao.min")
                .is("rejected")
                .seen("wu.xs", "gone");
    }

    @Test
    void signers_beside_decide_together_with_their_own_way() {
        alone().adds("zhao.min", "beside", "all", "wu.xs")
                .waitsFor("zhao.min", "wu.xs")
                .approves("zhao.min")
                .is("running")
                .approves("wu.xs")
                .is("approved");
        alone().adds("zhao.min", "beside", "any", "wu.xs")
                .approves("wu.xs")
                .is("approved")
                .seen("zhao.min", "gone");
        alone().adds("zhao.min", "beside", "count:2", "wu.xs", "wang.hr")
                .rejects("wang.hr")
                .approves("zhao.min", "wu.xs")
                .is("approved");
    }

    @Test
    void a_member_of_a_vote_adds_signers_and_the_ratio_stays_honest() {
        vote("ratio", "wang.hr", "wu.xs", "li.cw", "sun.lei", "he.jing")
                .adds("wang.hr", "before", "all", "gao.admin")
                .waitsFor("gao.admin", "wu.xs", "li.cw", "sun.lei", "he.jing")
                .rejects("gao.admin")
                .rejects("wu.xs")
                .is("running")
                .rejects("li.cw")
                .is("rejected");
    }

    @Test
    void added_signers_may_add_signers_themselves() {
        alone().adds("zhao.min", "before", "all", "wu.xs")
                .adds("wu.xs", "before", "all", "wang.hr")
                .waitsFor("wang.hr")
                .approves("wang.hr")
                .waitsFor("wu.xs")
                .approves("wu.xs")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void removing_the_last_signer_never_leaves_the_step_stuck() {
        alone().adds("zhao.min", "before", "all", "wu.xs")
                .removes("zhao.min", "wu.xs")
                .waitsFor("zhao.min")
                .seen("wu.xs", "gone")
                .approves("zhao.min")
                .is("approved");
        alone().adds("zhao.min", "after", "all", "wu.xs").approves("zhao.min").waitsFor("wu.xs");
        alone().adds("zhao.min", "before", "all", "wu.xs", "wang.hr")
                .approves("wu.xs")
                .removes("zhao.min", "wang.hr")
                .waitsFor("zhao.min");
    }

    @Test
    void removing_whoever_is_waited_for_decides_the_step() {
        alone().adds("zhao.min", "after", "all", "wu.xs", "wang.hr")
                .approves("zhao.min")
                .approves("wu.xs")
                .waitsFor("wang.hr")
                .removes("zhao.min", "wang.hr")
                .is("approved")
                .seen("wang.hr", "gone");
    }

    @Test
    void the_last_signer_afterwards_is_removed_by_whoever_has_decided() {
        alone().adds("zhao.min", "after", "all", "wu.xs")
                .approves("zhao.min")
                .waitsFor("wu.xs")
                .removes("zhao.min", "wu.xs")
                .is("approved");
    }

    @Test
    void in_a_vote_of_all_the_last_signer_is_removed_and_the_vote_is_decided() {
        vote("all", "wang.hr", "wu.xs")
                .adds("wang.hr", "beside", "all", "gao.admin")
                .approves("wu.xs", "wang.hr")
                .waitsFor("gao.admin")
                .removes("wang.hr", "gao.admin")
                .isAt("Task_Next");
    }

    @Test
    void once_the_step_is_decided_nobody_is_removed_any_more() {
        var asked = alone().adds("zhao.min", "before", "all", "wu.xs")
                .approves("wu.xs")
                .approves("zhao.min");
        asked.refused(
                "process:already-approve",
                () -> asked.on(asked.rows("zhao.min").get(0), "zhao.min", "remove-signer", removing("wu.xs")));
    }

    private Tasks.Input removing(String signer) {
        return new Tasks.Input(
                null, null, null, null, null, null, null, null, company.id(signer), null, null, null, null);
    }

    @Test
    void whoever_has_decided_can_not_be_removed() {
        var asked =
                alone().adds("zhao.min", "before", "all", "wu.xs", "wang.hr").approves("wu.xs");
        asked.refused("process:signer-decided", () -> asked.removes("zhao.min", "wu.xs"));
        asked.refused("process:no-such-signer", () -> asked.removes("zhao.min", "li.cw"));
    }

    @Test
    void nobody_is_added_twice_nor_the_applicant_nor_oneself_nor_somebody_unknown() {
        var asked = alone();
        asked.refused("process:transfer-to-applicant", () -> asked.adds("zhao.min", "before", "all", "chen.yu"));
        asked.refused("process:transfer-to-self", () -> asked.adds("zhao.min", "before", "all", "zhao.min"));
        asked.refused("process:signers-needed", () -> asked.adds("zhao.min", "before", "all"));
        asked.refused("process:no-such-place", () -> asked.adds("zhao.min", "around", "all", "wu.xs"));
        asked.refused("process:no-such-mode", () -> asked.adds("zhao.min", "before", "dice", "wu.xs"));
        asked.adds("zhao.min", "beside", "all", "wu.xs");
        asked.refused("process:signer-already", () -> asked.adds("zhao.min", "after", "all", "wu.xs"));
    }

    @Test
    void a_pool_is_taken_by_whoever_adds_signers() {
        desk.ask("chen.yu", "trial-request", "amount", 5000)
                .approves("zhao.min")
                .waitsFor("role:finance")
                .adds("li.cw", "before", "all", "wu.xs")
                .waitsFor("wu.xs")
                .approves("wu.xs")
                .waitsFor("li.cw")
                .approves("li.cw")
                .is("approved");
    }

    @Test
    void delegated_work_comes_back_with_an_opinion() {
        alone().delegates("zhao.min", "wu.xs")
                .waitsFor("wu.xs")
                .seen("zhao.min", "waiting")
                .does("wu.xs", "give-back", Tasks.Input.saying("已核对,没有问题"))
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void whoever_delegates_can_not_decide_until_it_is_back_but_may_take_it_back() {
        var asked = alone().delegates("zhao.min", "wu.xs");
        var own = asked.rows("zhao.min").get(0);
        asked.refused("process:waits-for-others", () -> asked.on(own, "zhao.min", "approve", Tasks.Input.saying("同意")));
        asked.takesBack("zhao.min")
                .waitsFor("zhao.min")
                .seen("wu.xs", "gone")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void whoever_it_was_delegated_to_gives_it_back_and_nothing_else() {
        var asked = alone().delegates("zhao.min", "wu.xs");
        asked.refused("process:not-allowed-here", () -> asked.approves("wu.xs"));
        asked.refused("process:not-allowed-here", () -> asked.rejects("wu.xs"));
        asked.refused("process:opinion-needed", () -> asked.does("wu.xs", "give-back", Tasks.Input.empty()));
    }

    @Test
    void somebody_consulted_answers_while_the_task_stays_where_it_is() {
        alone().consults("zhao.min", "wu.xs")
                .waitsFor("zhao.min", "wu.xs")
                .does("wu.xs", "reply", Tasks.Input.saying("可以"))
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void an_opinion_that_did_not_come_is_no_longer_needed_after_the_decision() {
        alone().consults("zhao.min", "wu.xs")
                .approves("zhao.min")
                .is("approved")
                .seen("wu.xs", "gone");
    }

    @Test
    void somebody_who_was_asked_can_be_asked_again() {
        alone().consults("zhao.min", "wu.xs")
                .does("wu.xs", "reply", Tasks.Input.saying("缺附件"))
                .consults("zhao.min", "wu.xs")
                .waitsFor("zhao.min", "wu.xs");
    }

    @Test
    void a_signer_passes_the_signature_on() {
        alone().adds("zhao.min", "before", "all", "wu.xs")
                .transfers("wu.xs", "wang.hr")
                .waitsFor("wang.hr")
                .approves("wang.hr")
                .waitsFor("zhao.min");
    }

    @Test
    void the_seat_of_a_member_who_leaves_falls_away() {
        var leaver = company.employ("投票后离职", "sun.lei");
        var vote = vote("all", leaver, "wu.xs").approves("wu.xs").waitsFor(leaver);
        leave(leaver);
        vote.isAt("Task_Next");
    }

    @Test
    void when_the_only_holder_leaves_somebody_else_is_found_and_added_signers_stay() {
        var leaver = company.employ("加签后离职", "sun.lei");
        var asked = desk.ask("chen.yu", "trial-request").transfers("zhao.min", leaver);
        asked.adds(leaver, "before", "all", "wu.xs");
        leave(leaver);
        asked.waitsFor("wu.xs")
                .approves("wu.xs")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void when_somebody_consulted_or_delegated_leaves_it_comes_back() {
        var leaver = company.employ("受托后离职", "sun.lei");
        var asked = alone().delegates("zhao.min", leaver).waitsFor(leaver);
        leave(leaver);
        asked.waitsFor("zhao.min");
    }

    @Autowired
    io.tongban.org.People people;

    private void leave(String account) {
        people.setPresent(company.id(account), false);
    }
}
