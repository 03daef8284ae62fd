package io.tongban.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.Sketch;
import io.tongban.TestCompany;
import io.tongban.org.People;
import io.tongban.process.Desk;
import io.tongban.process.Drawing;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A deputy and the seats of a task: those of members and of people who were added, each say once, every change told. */
@ProductTest
class DeputySeatsTest {

    @Autowired
    TestCompany company;

    @Autowired
    Desk desk;

    @Autowired
    StandingIn standingIn;

    @Autowired
    Drawing drawing;

    @Autowired
    People people;

    String principal;
    String deputy;
    String applicant;

    @BeforeEach
    void people() {
        principal = company.employ("主管", "he.jing");
        deputy = company.employ("代理", "he.jing");
        applicant = company.employ("下属", "zhao.min");
    }

    private Desk.Case vote(String way, String... members) {
        return desk.ask(applicant, "trial-vote", "way", way, "people", desk.ids(members));
    }

    /** A task that zhao.min holds alone. */
    private Desk.Case alone() {
        return desk.ask(applicant, "trial-vote", "way", "repeat").waitsFor("zhao.min");
    }

    private List<String> told(Desk.Case request, String action) {
        return company.signIn(applicant)
                .get("/api/requests/" + request.id)
                .ok()
                .at("/timeline")
                .valueStream()
                .filter(line -> line.at("/action").asString().equals(action))
                .map(line -> line.at("/comment").asString())
                .toList();
    }

    // Seats of people who were added.

    @Test
    void whoever_is_added_while_away_is_stood_in_for() {
        standingIn.begin(principal, deputy);
        alone().adds("zhao.min", "before", "all", principal)
                .waitsFor(deputy)
                .seen("zhao.min", "waiting")
                .approves(deputy)
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void whoever_is_added_beside_or_after_while_away_is_stood_in_for() {
        standingIn.begin(principal, deputy);
        alone().adds("zhao.min", "beside", "all", principal)
                .waitsFor("zhao.min", deputy)
                .approves(deputy, "zhao.min")
                .is("approved");
        alone().adds("zhao.min", "after", "all", principal)
                .seen(deputy, "waiting")
                .approves("zhao.min")
                .waitsFor(deputy)
                .rejects(deputy)
                .is("rejected");
    }

    @Test
    void an_added_seat_goes_to_the_deputy_when_the_period_begins_and_back_when_it_ends() {
        var asked =
                alone().adds("zhao.min", "before", "all", principal, "wu.xs").waitsFor(principal, "wu.xs");
        var period = standingIn.begin(principal, deputy);
        asked.waitsFor(deputy, "wu.xs");
        standingIn.end(principal, period);
        asked.waitsFor(principal, "wu.xs").approves(principal, "wu.xs").waitsFor("zhao.min");
    }

    @Test
    void an_added_seat_that_waits_for_its_turn_waits_for_the_deputy() {
        var asked = alone().adds("zhao.min", "before", "in-order", "wu.xs", principal)
                .waitsFor("wu.xs");
        standingIn.begin(principal, deputy);
        asked.seen(deputy, "waiting").approves("wu.xs").waitsFor(deputy);
    }

    @Test
    void delegated_work_goes_to_the_deputy_of_whoever_is_away() {
        var period = standingIn.begin(principal, deputy);
        var asked = alone().delegates("zhao.min", principal).waitsFor(deputy);
        standingIn.end(principal, period);
        asked.waitsFor(principal);
        standingIn.begin(principal, deputy);
        asked.waitsFor(deputy)
                .gives(deputy, "give-back")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void an_opinion_is_asked_of_the_person_and_not_of_the_deputy() {
        var asked = alone().consults("zhao.min", principal).waitsFor("zhao.min", principal);
        standingIn.begin(principal, deputy);
        asked.waitsFor("zhao.min", principal);
        asked.gives(principal, "reply").consults("zhao.min", principal).waitsFor("zhao.min", principal);
    }

    @Test
    void work_that_is_passed_on_to_somebody_away_goes_to_the_deputy() {
        var period = standingIn.begin(principal, deputy);
        var asked = alone().transfers("zhao.min", principal).waitsFor(deputy);
        var seat = vote("all", "wu.xs", "li.cw").transfers("wu.xs", principal).waitsFor(deputy, "li.cw");
        standingIn.end(principal, period);
        asked.waitsFor(principal).approves(principal).isAt("Task_Next");
        seat.waitsFor(principal, "li.cw");
    }

    @Test
    void a_deputy_adds_people_in_the_name_of_whoever_is_away() {
        var asked = alone();
        var period = standingIn.begin("zhao.min", deputy);
        try {
            asked.waitsFor(deputy).adds(deputy, "before", "all", "wu.xs").waitsFor("wu.xs");
        } finally {
            standingIn.end("zhao.min", period);
        }
        asked.seen("zhao.min", "waiting")
                .approves("wu.xs")
                .waitsFor("zhao.min")
                .approves("zhao.min")
                .is("approved");
    }

    @Test
    void whoever_takes_over_from_a_leaver_is_stood_in_for() {
        var leaver = company.employ("离职", principal);
        var junior = company.employ("新人", leaver);
        var asked = desk.ask(junior, "trial-vote", "way", "repeat").waitsFor(leaver);
        standingIn.begin(principal, deputy);
        company.lead(junior, principal);
        people.setPresent(company.id(leaver), false);
        asked.waitsFor(deputy).approves(deputy).is("approved");
    }

    // Nobody has two says in one task.

    @Test
    void a_fellow_member_keeps_the_own_seat_and_the_other_stays_with_its_owner() {
        standingIn.begin(principal, deputy);
        var vote = vote("all", principal, deputy).waitsFor(principal, deputy);
        assertThat(told(vote, "stand-in-kept")).singleElement().asString().contains("主管", "代理", "已经有一票");
        vote.approves(deputy).waitsFor(principal).approves(principal).isAt("Task_Next");
    }

    @Test
    void a_period_that_begins_later_does_not_give_a_member_a_second_say() {
        var vote = vote("ratio", principal, deputy, "wu.xs");
        standingIn.begin(principal, deputy);
        standingIn.settle();
        vote.waitsFor(principal, deputy, "wu.xs");
        assertThat(told(vote, "stand-in-kept")).hasSize(1);
        assertThat(told(vote, "stand-in")).isEmpty();
    }

    @Test
    void of_two_who_are_away_a_deputy_stands_in_for_one() {
        var second = company.employ("另一位主管", "he.jing");
        standingIn.begin(principal, deputy);
        standingIn.begin(second, deputy);
        var vote = vote("all", principal, second).waitsFor(deputy, second);
        assertThat(told(vote, "stand-in-kept")).singleElement().asString().contains("另一位主管");
    }

    @Test
    void whoever_stands_in_is_not_added_with_a_say_of_their_own() {
        standingIn.begin(principal, deputy);
        var vote = vote("all", principal, "wu.xs").waitsFor(deputy, "wu.xs");
        vote.refused("process:signer-already", () -> vote.adds("wu.xs", "before", "all", deputy));
        vote.refused("process:signer-already", () -> vote.transfers("wu.xs", deputy));
        vote.refused("process:signer-already", () -> vote.consults("wu.xs", deputy));
        vote.approves(deputy);
        vote.refused("process:signer-already", () -> vote.adds("wu.xs", "after", "all", deputy));
    }

    @Test
    void whoever_is_added_for_somebody_who_adds_them_decides_themselves() {
        standingIn.begin(principal, deputy);
        var vote = vote("all", deputy, "wu.xs");
        vote.adds(deputy, "before", "all", principal)
                .waitsFor(principal, "wu.xs")
                .approves(principal)
                .waitsFor(deputy, "wu.xs");
    }

    @Test
    void a_deputy_gives_a_seat_back_to_whom_it_belongs_to() {
        standingIn.begin(principal, deputy);
        var vote = vote("all", principal, "wu.xs").waitsFor(deputy, "wu.xs");
        vote.transfers(deputy, principal).waitsFor(principal, "wu.xs").approves(principal);
        var one = desk.ask(company.employ("组员", principal), "trial-vote", "way", "repeat")
                .waitsFor(deputy);
        one.transfers(deputy, principal).waitsFor(principal).approves(principal).is("approved");
    }

    @Test
    void of_several_who_may_act_each_has_one_task() {
        var any = drawing.deploy(Sketch.of("sketch-any").task("Task_Any", "field:people"));
        standingIn.begin(principal, deputy);
        desk.ask(applicant, any, "people", desk.ids(principal, deputy, "wu.xs"))
                .waitsFor(principal, deputy, "wu.xs")
                .approves(deputy)
                .is("approved")
                .seen(principal, "gone");
        desk.ask(applicant, any, "people", desk.ids(principal, "wu.xs")).waitsFor(deputy, "wu.xs");
    }

    // Coming back.

    @Test
    void a_ballot_that_was_cast_for_somebody_is_taken_back_while_standing_in() {
        standingIn.begin(principal, deputy);
        vote("all", principal, "wu.xs")
                .approves(deputy)
                .takesBack(deputy)
                .waitsFor(deputy, "wu.xs")
                .rejects(deputy)
                .is("rejected");
    }

    @Test
    void a_ballot_that_is_taken_back_after_the_period_is_open_again_for_its_owner() {
        var period = standingIn.begin(principal, deputy);
        var vote = vote("all", principal, "wu.xs").approves(deputy);
        standingIn.end(principal, period);
        vote.takesBack(deputy)
                .waitsFor(principal, "wu.xs")
                .approves(principal, "wu.xs")
                .isAt("Task_Next");
    }

    @Test
    void what_comes_straight_back_to_somebody_who_went_away_meanwhile_reaches_the_deputy() {
        var alone = desk.ask(company.employ("组员", principal), "trial-vote", "way", "repeat");
        var applied = company.employ("申请人", "zhao.min");
        var vote = desk.ask(applied, "trial-vote", "way", "all", "people", desk.ids(principal, "wu.xs"))
                .approves("wu.xs")
                .returns(principal, "applicant", "straight");
        standingIn.begin(principal, deputy);
        vote.submits(applied).waitsFor(deputy).approves(deputy).isAt("Task_Next");
        alone.waitsFor(deputy);
    }

    @Test
    void what_comes_straight_back_after_the_period_reaches_its_owner() {
        var period = standingIn.begin(principal, deputy);
        var vote = vote("all", principal, "wu.xs").returns(deputy, "applicant", "straight");
        standingIn.end(principal, period);
        vote.submits(applicant).waitsFor(principal, "wu.xs");
        assertThat(told(vote, "stand-in-over")).singleElement().asString().contains("代理", "交还给 主管");
    }

    // The trail.

    @Test
    void every_change_of_hands_stands_in_the_trail() {
        var one = desk.ask(company.employ("组员", principal), "trial-vote", "way", "repeat");
        var vote = vote("all", principal, "wu.xs");
        var period = standingIn.begin(principal, deputy);
        standingIn.settle();
        assertThat(told(vote, "stand-in")).containsExactly("主管 不在，由代理人 代理 处理");
        standingIn.end(principal, period);
        standingIn.settle();
        assertThat(told(vote, "stand-in-over")).containsExactly("代理 没有处理的交还给 主管");
        assertThat(one.trail()).containsExactly("submit", "stand-in", "stand-in-over");
    }

    @Test
    void the_trail_says_it_in_english_too() {
        var vote = vote("all", principal, "wu.xs");
        standingIn.begin(principal, deputy);
        assertThat(company.signIn(applicant)
                        .language("en")
                        .get("/api/requests/" + vote.id)
                        .ok()
                        .at("/timeline/1/comment")
                        .asString())
                .isEqualTo("主管 is away; 代理 stands in");
    }

    @Test
    void a_change_of_hands_does_not_stop_anybody_from_taking_back() {
        var vote = vote("count", "wu.xs", "li.cw").approves("wu.xs", "li.cw").isAt("Task_Next");
        var period = standingIn.begin("zhao.min", deputy);
        try {
            vote.waitsFor(deputy).takesBack("li.cw").waitsFor("li.cw");
        } finally {
            standingIn.end("zhao.min", period);
        }
    }

    @Test
    void when_a_deputy_leaves_every_seat_goes_back_and_the_trail_says_so() {
        var asked = alone().adds("zhao.min", "before", "all", principal);
        var vote = vote("all", principal, "wu.xs");
        standingIn.begin(principal, deputy);
        people.setPresent(company.id(deputy), false);
        asked.waitsFor(principal);
        vote.waitsFor(principal, "wu.xs");
        assertThat(told(asked, "stand-in-over")).hasSize(1);
    }
}
