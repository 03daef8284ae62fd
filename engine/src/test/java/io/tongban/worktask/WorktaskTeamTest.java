package io.tongban.worktask;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.kernel.Ids;
import io.tongban.org.Departments;
import io.tongban.org.NewPerson;
import io.tongban.org.People;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever leads very many sees the same as whoever leads a few: everything, in order, page by page. */
@ProductTest
class WorktaskTeamTest {

    @Autowired
    TestCompany company;

    @Autowired
    People people;

    @Autowired
    Departments departments;

    @Autowired
    Clock clock;

    @Autowired
    ZoneId zone;

    private String leader = "";
    private TestClient lead = new TestClient(0);
    private final List<String> team = new ArrayList<>();

    @BeforeEach
    void leaders() {
        leader = company.employ("组长", null);
        lead = company.signIn(leader);
        join(3);
    }

    @Test
    void the_list_of_a_large_team_is_that_of_a_small_one_page_by_page() {
        var outsider = company.id(company.employ("外人", "zhao.min"));
        give(outsider, -3);
        var tasks = List.of(give(team.get(2), -5), give(team.get(0), -2), give(team.get(0), 4), give(team.get(1), 8));
        give(outsider, 6);
        var few = List.of(pages("late=true"), pages("late=false"));
        assertThat(few).containsExactly(tasks.subList(0, 2), tasks);
        assertThat(late()).isEqualTo(2);

        join(100);

        assertThat(List.of(pages("late=true"), pages("late=false"))).isEqualTo(few);
        assertThat(late()).isEqualTo(2);
        assertThat(counts().path("team").asInt()).isEqualTo(103);
    }

    @Test
    void people_who_are_led_through_very_many_others_are_led_too() {
        join(60);
        var last = person();
        departments.setLeader(last, team.get(62));
        people.setPresent(team.get(62), false);

        assertThat(people.led(company.id(leader)))
                .hasSize(63)
                .doesNotContain(team.get(62))
                .endsWith(last);
    }

    @Test
    void signs_with_a_meaning_for_the_database_are_searched_as_they_are() {
        give(team.get(0), 3);

        assertThat(lead.get("/api/worktasks?q=" + "%25").ok().path("items").size())
                .isZero();
        assertThat(lead.get("/api/worktasks?q=_").ok().path("items").size()).isZero();
        assertThat(lead.get("/api/worktasks?q=%E7%9B%98%E7%82%B9")
                        .ok()
                        .path("items")
                        .size())
                .isOne();
    }

    private void join(int count) {
        for (int i = 0; i < count; i++) {
            var id = person();
            departments.setLeader(id, company.id(leader));
            team.add(id);
        }
    }

    private String person() {
        var account = "t" + Ids.next().replace("-", "").substring(8);
        return people.add(NewPerson.of(account, account, "组员")).id();
    }

    private String give(String owner, int end) {
        var today = LocalDate.now(clock.withZone(zone));
        var answers = Map.of(
                "name",
                "盘点库存",
                "goal",
                "数一遍",
                "owner",
                owner,
                "start",
                today.minusDays(9).toString(),
                "end",
                today.plusDays(end).toString());
        return lead.post(
                        "/api/requests",
                        Map.of("process", "worktask", "answers", answers),
                        UUID.randomUUID().toString())
                .ok()
                .path("id")
                .asString();
    }

    private List<String> pages(String query) {
        var ids = new ArrayList<String>();
        var cursor = "";
        do {
            var page = lead.get("/api/worktasks/team?limit=1&" + query + "&cursor=" + cursor)
                    .ok();
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }

    private int late() {
        return counts().path("teamLate").asInt();
    }

    private tools.jackson.databind.JsonNode counts() {
        return lead.get("/api/worktasks/counts").ok();
    }
}
