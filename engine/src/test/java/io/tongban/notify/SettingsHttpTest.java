package io.tongban.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ProductTest
class SettingsHttpTest {

    static final String PATH = "/api/notifications/settings";

    @Autowired
    TestCompany company;

    TestClient person = new TestClient(0);
    TestClient other = new TestClient(0);

    @BeforeEach
    void signIn() {
        person = company.signIn(company.employ("乔木", null));
        other = company.signIn(company.employ("林夕", null));
    }

    @Test
    void at_first_everything_comes_at_once_and_nothing_is_quiet() {
        var mine = person.get(PATH).ok();

        assertThat(mine.path("groups").size()).isEqualTo(7);
        assertThat(mine.at("/groups/0/key").asString()).isEqualTo("tasks");
        assertThat(mine.at("/groups/0/name").asString()).isEqualTo("待我处理");
        assertThat(mine.path("groups").valueStream().map(g -> g.path("mail").asString()))
                .containsOnly("once");
        assertThat(mine.path("quiet").isNull()).isTrue();
        assertThat(mine.path("digest").isNull()).isTrue();
        assertThat(mine.path("urgentPasses").asBoolean()).isTrue();
        assertThat(mine.path("companyZone").asString()).isEqualTo("Asia/Shanghai");
        assertThat(mine.path("mail").asBoolean()).isFalse();
        assertThat(mine.path("address").isNull()).isTrue();
        assertThat(person.language("en").get(PATH).ok().at("/groups/0/name").asString())
                .isEqualTo("Waiting for me");
    }

    @Test
    void what_was_chosen_stays_and_is_nobody_elses() {
        var saved = person.put(
                        PATH,
                        Map.of(
                                "groups",
                                Map.of("copies", "digest", "meetings", "never", "tasks", "once"),
                                "quiet",
                                Map.of("from", "20:00", "to", "08:00"),
                                "restDays",
                                true,
                                "urgentPasses",
                                false,
                                "digest",
                                "09:00",
                                "zone",
                                "Europe/Berlin"))
                .ok();

        for (var mine : new JsonNode[] {saved, person.get(PATH).ok()}) {
            assertThat(choices(mine))
                    .containsEntry("copies", "digest")
                    .containsEntry("meetings", "never")
                    .containsEntry("tasks", "once");
            assertThat(mine.at("/quiet/from").asString()).isEqualTo("20:00");
            assertThat(mine.at("/quiet/to").asString()).isEqualTo("08:00");
            assertThat(mine.path("restDays").asBoolean()).isTrue();
            assertThat(mine.path("urgentPasses").asBoolean()).isFalse();
            assertThat(mine.path("digest").asString()).isEqualTo("09:00");
            assertThat(mine.path("zone").asString()).isEqualTo("Europe/Berlin");
        }
        var theirs = other.get(PATH).ok();
        assertThat(choices(theirs).values()).containsOnly("once");
        assertThat(theirs.path("digest").isNull()).isTrue();

        assertThat(person.put(PATH, Map.of()).ok().path("quiet").isNull()).isTrue();
        assertThat(choices(person.get(PATH).ok()).values()).containsOnly("once");
    }

    @Test
    void what_cannot_be_is_refused_at_its_field_and_changes_nothing() {
        person.put(PATH, Map.of("digest", "08:00")).ok();

        refused(Map.of("groups", Map.of("copies", "digest")), "digest");
        refused(Map.of("groups", Map.of("nothing", "once")), "groups.nothing");
        refused(Map.of("groups", Map.of("copies", "sometimes")), "groups.copies");
        refused(Map.of("groups", Map.of("security", "never")), "groups.security");
        refused(Map.of("quiet", Map.of("from", "20:00")), "quiet");
        refused(Map.of("quiet", Map.of("from", "20:00", "to", "20:00")), "quiet");
        refused(Map.of("zone", "Europe/Nowhere"), "zone");
        assertThat(person.put(PATH, Map.of("digest", "25:00")).status()).isEqualTo(400);
        assertThat(person.put(PATH, "[]").status()).isEqualTo(400);

        assertThat(person.get(PATH).ok().path("digest").asString()).isEqualTo("08:00");
    }

    @Test
    void only_who_is_signed_in_has_settings() {
        assertThat(company.anonymous().get(PATH).status()).isEqualTo(401);
        assertThat(company.anonymous().put(PATH, Map.of()).status()).isEqualTo(401);
        assertThat(person.delete(PATH).status()).isEqualTo(405);
    }

    @Test
    void messages_are_filtered_by_what_is_unread_and_by_group() {
        assertThat(person.get("/api/notifications?unread=true&group=meetings")
                        .ok()
                        .path("items")
                        .size())
                .isZero();
        assertThat(person.get("/api/notifications?group=nothing").status()).isEqualTo(400);
        assertThat(person.post("/api/notifications/read-all?group=meetings", null)
                        .ok()
                        .path("unread")
                        .asInt())
                .isZero();
        assertThat(person.post("/api/notifications/read-all?group=nothing", null)
                        .status())
                .isEqualTo(400);
    }

    private void refused(Map<String, ?> body, String field) {
        var answer = person.put(PATH, body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.body().at("/errors/0/message").asString()).isNotBlank();
    }

    private static Map<String, String> choices(JsonNode view) {
        var choices = new HashMap<String, String>();
        view.path("groups")
                .forEach(g ->
                        choices.put(g.path("key").asString(), g.path("mail").asString()));
        return choices;
    }
}
