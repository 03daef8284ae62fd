package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.kernel.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/** Several people decide one step: every way of deciding, early results, abstention, quorum and veto. */
@ProductTest
class VotesTest {

    @Autowired
    Desk desk;

    @Autowired
    Tasks tasks;

    @Autowired
    InboxMapper inbox;

    @Autowired
    RequestMapper trail;

    @Autowired
    OfficeCheck check;

    @Autowired
    TestCompany company;

    private Desk.Case vote(String way, String... people) {
        return desk.ask("chen.yu", "trial-vote", "way", way, "people", desk.ids(people));
    }

    @Test
    void all_must_approve_and_each_has_a_task_of_their_own() {
        vote("all", "wang.hr", "wu.xs", "li.cw")
                .waitsFor("wang.hr", "wu.xs", "li.cw")
                .approves("wang.hr")
                .waitsFor("wu.xs", "li.cw")
                .approves("li.cw", "wu.xs")
                .isAt("Task_Next");
    }

    @Test
    void one_rejection_ends_a_vote_of_all_and_the_others_are_no_longer_needed() {
        var vote = vote("all", "wang.hr", "wu.xs", "li.cw")
                .approves("wang.hr")
                .rejects("wu.xs")
                .is("rejected");
        vote.seen("li.cw", "gone").seen("wang.hr", "done");
        assertThat(vote.trail()).containsExactly("submit", "approve", "reject");
    }

    @Test
    void of_any_the_first_decides() {
        vote("any", "wang.hr", "wu.xs", "li.cw")
                .approves("wu.xs")
                .isAt("Task_Next")
                .seen("wang.hr", "gone");
        vote("any", "wang.hr", "wu.xs").rejects("wang.hr").is("rejected").seen("wu.xs", "gone");
    }

    @Test
    void in_order_each_is_asked_after_the_one_before() {
        vote("order", "wang.hr", "wu.xs", "li.cw")
                .waitsFor("wang.hr")
                .seen("wu.xs", "waiting")
                .approves("wang.hr")
                .waitsFor("wu.xs")
                .approves("wu.xs")
                .waitsFor("li.cw")
                .approves("li.cw")
                .isAt("Task_Next");
    }

    @Test
    void in_order_nobody_decides_before_their_turn() {
        var vote = vote("order", "wang.hr", "wu.xs");
        var second = vote.rows("wu.xs").get(0);
        vote.refused("process:waits-for-others", () -> vote.on(second, "wu.xs", "approve", Tasks.Input.saying("抢先")));
    }

    @Test
    void a_rejection_in_order_spares_those_who_come_later() {
        vote("order", "wang.hr", "wu.xs", "li.cw")
                .rejects("wang.hr")
                .is("rejected")
                .seen("li.cw", "gone");
    }

    @Test
    void a_ratio_counts_approvals_not_answers() {
        vote("ratio", "wang.hr", "wu.xs", "li.cw", "sun.lei", "he.jing")
                .rejects("wang.hr")
                .rejects("wu.xs")
                .is("running")
                .approves("li.cw", "sun.lei")
                .waitsFor("he.jing")
                .approves("he.jing")
                .isAt("Task_Next");
    }

    @Test
    void a_ratio_ends_as_soon_as_it_is_reached() {
        vote("ratio", "wang.hr", "wu.xs", "li.cw", "sun.lei", "he.jing")
                .approves("wang.hr", "wu.xs", "li.cw")
                .isAt("Task_Next")
                .seen("he.jing", "gone");
    }

    @Test
    void a_ratio_ends_as_soon_as_it_can_not_be_reached() {
        vote("ratio", "wang.hr", "wu.xs", "li.cw", "sun.lei", "he.jing")
                .rejects("wang.hr")
                .rejects("wu.xs")
                .rejects("li.cw")
                .is("rejected")
                .seen("he.jing", "gone");
    }

    @Test
    void abstentions_take_no_side() {
        vote("ratio", "wang.hr", "wu.xs", "li.cw", "sun.lei", "he.jing")
                .abstains("wang.hr")
                .abstains("wu.xs")
                .rejects("li.cw")
                .approves("sun.lei")
                .is("running")
                .approves("he.jing")
                .isAt("Task_Next");
    }

    @Test
    void a_vote_in_which_everybody_abstains_is_rejected() {
        vote("all", "wang.hr", "wu.xs").abstains("wang.hr").abstains("wu.xs").is("rejected");
    }

    @Test
    void abstaining_is_also_a_ballot_of_approve() {
        var input = new Tasks.Input("弃权", null, null, null, null, null, null, null, null, "abstain", null, null, null);
        var vote = vote("count", "wang.hr", "wu.xs", "li.cw").does("wang.hr", "approve", input);
        assertThat(vote.trail()).containsExactly("submit", "abstain");
        vote.waitsFor("wu.xs", "li.cw");
    }

    @Test
    void whoever_decides_alone_can_not_abstain() {
        var alone = desk.ask("chen.yu", "trial-request");
        alone.refused("process:not-allowed-here", () -> alone.abstains("zhao.min"));
    }

    @Test
    void a_number_of_approvals_suffices() {
        vote("count", "wang.hr", "wu.xs", "li.cw")
                .rejects("wang.hr")
                .approves("wu.xs", "li.cw")
                .isAt("Task_Next");
        vote("count", "wang.hr", "wu.xs", "li.cw")
                .rejects("wang.hr")
                .rejects("li.cw")
                .is("rejected");
    }

    @Test
    void weights_count_instead_of_heads() {
        vote("weight", "wang.hr", "wu.xs")
                .rejects("wang.hr")
                .approves("zhao.min")
                .is("approved");
        vote("weight", "wang.hr", "wu.xs")
                .approves("wang.hr", "wu.xs")
                .rejects("zhao.min")
                .is("rejected");
    }

    @Test
    void a_quorum_must_take_part() {
        vote("quorum", "wang.hr", "wu.xs", "li.cw", "sun.lei")
                .approves("wang.hr", "wu.xs")
                .waitsFor("li.cw", "sun.lei")
                .abstains("li.cw")
                .isAt("Task_Next");
    }

    @Test
    void fewer_people_than_the_quorum_can_not_pass() {
        vote("quorum", "wang.hr", "wu.xs").approves("wang.hr", "wu.xs").is("rejected");
    }

    @Test
    void a_veto_rejects_alone_and_is_waited_for() {
        vote("veto", "wang.hr", "wu.xs", "li.cw")
                .approves("wu.xs", "li.cw")
                .waitsFor("wang.hr")
                .rejects("wang.hr")
                .is("rejected");
        vote("veto", "wang.hr", "wu.xs", "li.cw")
                .approves("wu.xs", "li.cw")
                .approves("wang.hr")
                .isAt("Task_Next");
    }

    @Test
    void where_the_model_says_so_a_rejected_vote_goes_on() {
        vote("goes", "wang.hr", "wu.xs").rejects("wang.hr").is("cancelled").seen("wu.xs", "gone");
    }

    @Test
    void nobody_found_passes_or_rejects_by_rule_and_the_trail_says_so() {
        var passed = vote("pass").isAt("Task_Next");
        assertThat(passed.trail()).containsExactly("submit", "auto-approve");
        var refused = vote("refuse").is("rejected");
        assertThat(refused.trail()).containsExactly("submit", "auto-reject");
    }

    @Test
    void whoever_has_approved_already_is_not_asked_again() {
        var repeated = vote("repeat").waitsFor("zhao.min").approves("zhao.min").is("approved");
        assertThat(repeated.trail()).containsExactly("submit", "approve", "auto-approve");
    }

    @Test
    void a_member_of_the_vote_who_approved_is_not_asked_again_unless_something_changed() {
        vote("all", "zhao.min", "wu.xs").approves("zhao.min").approves("wu.xs").is("approved");
        vote("all", "zhao.min", "wu.xs")
                .approves("zhao.min")
                .does("wu.xs", "approve", Tasks.Input.of("补充", null, java.util.Map.of("remark", "改了"), null))
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void a_vote_with_the_same_person_twice_gives_one_task() {
        vote("all", "wang.hr", "wu.xs").waitsFor("wang.hr", "wu.xs");
        vote("weight", "zhao.min", "wu.xs").waitsFor("zhao.min", "wu.xs");
    }

    @Test
    void a_member_hands_the_vote_to_somebody_else_who_has_none_yet() {
        var vote = vote("all", "wang.hr", "wu.xs");
        vote.refused("process:signer-already", () -> vote.transfers("wang.hr", "wu.xs"));
        vote.transfers("wang.hr", "li.cw")
                .waitsFor("li.cw", "wu.xs")
                .approves("li.cw", "wu.xs")
                .isAt("Task_Next");
    }

    @Test
    void voters_write_the_fields_of_the_step() {
        var vote = vote("all", "wang.hr", "wu.xs")
                .does("wang.hr", "approve", Tasks.Input.of("", null, java.util.Map.of("remark", "人事意见"), null));
        assertThat(java.util.Objects.requireNonNull(trail.find(vote.id)).answers())
                .contains("人事意见");
    }

    @Test
    void the_applicant_does_not_vote_on_the_own_request() {
        vote("all", "chen.yu", "wu.xs").waitsFor("wu.xs");
    }

    @RepeatedTest(10)
    void sixteen_people_decide_at_the_same_moment() throws Exception {
        sixteenAtOnce();
    }

    @Test
    @EnabledIfSystemProperty(named = "soak.minutes", matches = "[1-9][0-9]*")
    void sixteen_people_decide_at_the_same_moment_a_hundred_times() throws Exception {
        for (int round = 0; round < 100; round++) {
            sixteenAtOnce();
        }
    }

    private void sixteenAtOnce() throws Exception {
        var voters = new ArrayList<String>();
        for (int i = 0; i < 16; i++) {
            voters.add(company.employ("同时" + i, "sun.lei"));
        }
        var vote = vote("ratio", voters.toArray(String[]::new));
        var answers = atOnce(vote, voters, 8);
        assertThat(answers).allMatch(answer -> answer.equals("done") || answer.startsWith("process:"));
        var approved = vote.trail().stream().filter("approve"::equals).count();
        var rejected = vote.trail().stream().filter("reject"::equals).count();
        assertThat(answers.stream().filter("done"::equals).count()).isEqualTo(approved + rejected);
        // Eight of sixteen reject: sixty percent can not be reached, and the seventh rejection ends it.
        assertThat(rejected).isEqualTo(7);
        vote.is("rejected");
        check.request(vote.id);
    }

    @Test
    void fifty_ballots_at_once_are_all_counted_and_none_waits_long() throws Exception {
        var voters = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            voters.add(company.employ("五十" + i, "sun.lei"));
        }
        var vote = vote("all", voters.toArray(String[]::new));
        var began = Instant.now();
        assertThat(atOnce(vote, voters, 0)).containsOnly("done");
        vote.isAt("Task_Next");
        assertThat(vote.trail().stream().filter("approve"::equals)).hasSize(50);
        System.out.println("fifty ballots at once: "
                + Duration.between(began, Instant.now()).toMillis() + " ms");
    }

    /** Everybody at the same moment; the first so many reject. */
    private List<String> atOnce(Desk.Case vote, List<String> voters, int rejections) throws Exception {
        var deeds = new ArrayList<Callable<String>>();
        for (int i = 0; i < voters.size(); i++) {
            var account = voters.get(i);
            var action = i < rejections ? "reject" : "approve";
            var actor = company.actor(account);
            var task = vote.rows(account).get(0).id();
            deeds.add(() -> {
                try {
                    tasks.act(actor, task, action, Tasks.Input.saying("表决"), account);
                    return "done";
                } catch (Problem problem) {
                    return problem.code();
                }
            });
        }
        var threads = Executors.newFixedThreadPool(voters.size());
        try {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(deeds)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
