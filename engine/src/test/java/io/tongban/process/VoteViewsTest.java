package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people see of a vote, of what they may take back and of copies, over HTTP. */
@ProductTest
class VoteViewsTest {

    @Autowired
    Desk desk;

    @Autowired
    TestCompany company;

    private Desk.Case vote(String way, String... people) {
        return desk.ask("chen.yu", "trial-vote", "way", way, "people", desk.ids(people));
    }

    private JsonNode request(String account, Desk.Case asked) {
        return company.signIn(account).get("/api/requests/" + asked.id).ok();
    }

    private JsonNode task(String account, Desk.Case asked) {
        var rows = asked.rows(account);
        return company.signIn(account)
                .get("/api/tasks/" + rows.get(rows.size() - 1).id())
                .ok();
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void whoever_may_read_the_request_sees_who_said_what_without_a_seat() {
        var asked = vote("weight", "wang.hr", "wu.xs").approves("wang.hr");
        var votes = request("chen.yu", asked).path("votes");
        assertThat(votes.size()).isEqualTo(1);
        assertThat(votes.at("/0/step").asString()).isEqualTo("表决 Weight");
        assertThat(votes.at("/0/vote/words").asString()).contains("50%");
        var seats = votes.at("/0/vote/seats");
        assertThat(seats.size()).isEqualTo(3);
        assertThat(seats.at("/0/ballot").asString()).isEqualTo("approve");
        assertThat(seats.at("/1/state").asString()).isEqualTo("open");
        assertThat(seats.at("/2/weight").asInt()).isEqualTo(3);
        assertThat(company.signIn("li.cw").get("/api/requests/" + asked.id).status())
                .isEqualTo(404);
        asked.rejects("zhao.min");
        assertThat(request("chen.yu", asked).path("votes").isEmpty()).isTrue();
    }

    @Test
    void a_decision_can_be_taken_back_as_long_as_the_page_offers_it() {
        var asked = vote("order", "wang.hr", "wu.xs", "li.cw").approves("wang.hr");
        assertThat(words(task("wang.hr", asked).path("actions"))).containsExactly("take-back");
        asked.approves("wu.xs");
        assertThat(task("wang.hr", asked).path("actions").isEmpty()).isTrue();
        assertThat(words(task("wu.xs", asked).path("actions"))).containsExactly("take-back");
        asked.approves("li.cw").approves("zhao.min");
        assertThat(task("li.cw", asked).path("actions").isEmpty()).isTrue();
    }

    @Test
    void work_given_to_somebody_waits_in_a_list_and_can_be_taken_back() {
        var asked = desk.ask("chen.yu", "trial-request").delegates("zhao.min", "wu.xs");
        var zhao = company.signIn("zhao.min");
        assertThat(zhao.get("/api/tasks?view=waiting&limit=50").ok().toString()).contains(asked.id);
        assertThat(zhao.get("/api/tasks/counts").ok().path("waiting").asInt()).isPositive();
        assertThat(words(task("zhao.min", asked).path("actions"))).containsExactly("take-back", "remove-signer");
        assertThat(words(task("wu.xs", asked).path("actions"))).containsExactly("give-back");
        asked.does("wu.xs", "give-back", Tasks.Input.saying("没问题"));
        assertThat(words(task("zhao.min", asked).path("actions"))).doesNotContain("remove-signer");
    }

    @Test
    void a_return_names_the_applicant_and_what_may_come_after() {
        var asked = desk.ask("chen.yu", "trial-request", "amount", 5000).approves("zhao.min");
        var targets = task("li.cw", asked).path("returnTargets");
        assertThat(targets.at("/0/applicant").asBoolean()).isTrue();
        assertThat(targets.at("/1/applicant").asBoolean()).isFalse();
        assertThat(words(targets.at("/0/resumes"))).containsExactly("again", "straight", "changed");
    }

    @Test
    void copies_are_counted_until_they_are_read() {
        var asked = desk.ask("chen.yu", "trial-request");
        var wu = company.signIn("wu.xs");
        int before = copies(wu);
        var chen = company.signIn("chen.yu");
        chen.post("/api/requests/" + asked.id + "/copies", Map.of("people", desk.ids("wu.xs")))
                .ok();
        assertThat(copies(wu)).isEqualTo(before + 1);
        assertThat(chen.get("/api/requests/" + asked.id)
                        .ok()
                        .at("/copies/0/read")
                        .asBoolean())
                .isFalse();
        assertThat(wu.post("/api/requests/" + asked.id + "/read", Map.of()).status())
                .isLessThan(300);
        assertThat(copies(wu)).isEqualTo(before);
        assertThat(chen.get("/api/requests/" + asked.id)
                        .ok()
                        .at("/copies/0/read")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void after_urging_the_page_says_when_it_is_possible_again() {
        var asked = desk.ask("chen.yu", "trial-request");
        var chen = company.signIn("chen.yu");
        assertThat(request("chen.yu", asked).path("nextUrge").isNull()).isTrue();
        chen.post("/api/requests/" + asked.id + "/urge", Map.of()).ok();
        assertThat(request("chen.yu", asked).path("nextUrge").asString()).isNotBlank();
    }

    @Test
    void a_revoked_request_says_what_was_undone() {
        var asked =
                vote("any", "wang.hr").approves("wang.hr").approves("zhao.min").is("approved");
        var chen = company.signIn("chen.yu");
        assertThat(words(request("chen.yu", asked).path("actions"))).contains("revoke");
        var seen = chen.post("/api/requests/" + asked.id + "/revoke", Map.of("comment", "计划变了"))
                .ok();
        assertThat(words(seen.path("timeline")
                        .get(seen.path("timeline").size() - 1)
                        .path("undone")))
                .isNotEmpty();
        assertThat(words(seen.path("actions"))).doesNotContain("revoke");
    }

    private static int copies(TestClient who) {
        return who.get("/api/tasks/counts").ok().path("copied").asInt();
    }
}
