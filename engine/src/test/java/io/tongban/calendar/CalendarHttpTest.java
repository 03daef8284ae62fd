package io.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class CalendarHttpTest {

    @Autowired
    TestCompany company;

    @Autowired
    CalendarEntries entries;

    @Test
    void everybody_sees_which_days_are_worked() {
        var days = company.signIn("chen.yu")
                .get("/api/calendar/days?from=2026-02-13&to=2026-02-15")
                .ok()
                .path("items");

        assertThat(days.size()).isEqualTo(3);
        assertThat(days.get(0).path("kind").asString()).isEqualTo("work");
        assertThat(days.get(1).path("kind").asString()).isEqualTo("makeup");
        assertThat(days.get(2).path("kind").asString()).isEqualTo("holiday");
        assertThat(days.get(2).path("name").asString()).isEqualTo("春节");
        assertThat(days.get(2).path("date").asString()).isEqualTo("2026-02-15");
        assertThat(days.get(2).path("provisional").asBoolean()).isFalse();
    }

    @Test
    void office_hours_are_told() {
        var hours = company.signIn("chen.yu").get("/api/calendar/hours").ok();

        assertThat(hours.path("morning").path("start").asString()).startsWith("09:00");
        assertThat(hours.path("afternoon").path("end").asString()).startsWith("18:00");
        assertThat(hours.path("minutesPerDay").asInt()).isEqualTo(480);
    }

    @Test
    void only_an_administrator_arranges_days() {
        var body = Map.of("kind", "holiday", "name", "公司日");

        assertThat(company.signIn("chen.yu")
                        .put("/api/calendar/days/2025-03-03", body)
                        .status())
                .isEqualTo(403);
        var admin = company.signIn("gao.admin");
        assertThat(admin.put("/api/calendar/days/2025-03-03", body)
                        .ok()
                        .path("kind")
                        .asString())
                .isEqualTo("holiday");
        assertThat(admin.delete("/api/calendar/days/2025-03-03").status()).isEqualTo(204);
        assertThat(admin.get("/api/calendar/days?from=2025-03-03&to=2025-03-03")
                        .ok()
                        .at("/items/0/kind")
                        .asString())
                .isEqualTo("work");
    }

    @Test
    void a_year_is_imported_whole_and_then_no_longer_provisional() {
        var admin = company.signIn("gao.admin");
        var days = List.of(
                Map.of("date", "2031-01-01", "kind", "holiday", "name", "元旦", "nameEn", "New Year's Day"),
                Map.of("date", "2031-01-04", "kind", "makeup", "name", "元旦调休"));

        var year = admin.put("/api/calendar/years/2031", Map.of("source", "通知", "days", days))
                .ok();

        assertThat(year.path("provisional").asBoolean()).isFalse();
        assertThat(admin.language("en")
                        .get("/api/calendar/days?from=2031-01-01&to=2031-01-01")
                        .ok()
                        .at("/items/0/name")
                        .asString())
                .isEqualTo("New Year's Day");
    }

    @Test
    void what_is_wrong_in_an_import_is_said_and_nothing_is_saved() {
        var admin = company.signIn("gao.admin");
        var twice =
                List.of(Map.of("date", "2032-01-01", "kind", "holiday"), Map.of("date", "2032-01-01", "kind", "work"));

        var other = admin.put(
                "/api/calendar/years/2032",
                Map.of("source", "通知", "days", List.of(Map.of("date", "2033-01-01", "kind", "holiday"))));
        var doubled = admin.put("/api/calendar/years/2032", Map.of("source", "通知", "days", twice));
        var unnamed = admin.put("/api/calendar/years/2032", Map.of("days", twice));
        var unknown = admin.put("/api/calendar/days/2032-01-01", Map.of("kind", "party"));

        assertThat(other.problem()).isEqualTo("calendar:other-year");
        assertThat(doubled.status()).isEqualTo(422);
        assertThat(unnamed.body().at("/errors/0/field").asString()).isEqualTo("source");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(admin.get("/api/calendar/days?from=2032-01-01&to=2032-01-01")
                        .ok()
                        .at("/items/0/provisional")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_range_that_is_too_long_or_backwards_is_refused() {
        var chen = company.signIn("chen.yu");

        assertThat(chen.get("/api/calendar/days?from=2020-01-01&to=2030-01-01").status())
                .isEqualTo(400);
        assertThat(chen.get("/api/calendar/entries?from=2026-02-01&to=2026-01-01")
                        .status())
                .isEqualTo(400);
        assertThat(chen.get("/api/calendar/days?from=yesterday&to=2026-01-01").status())
                .isEqualTo(400);
    }

    @Test
    void colleagues_see_that_somebody_is_away_but_not_why() {
        var account = company.employ("离开的人", "zhao.min");
        var start = LocalDateTime.parse("2026-03-02T09:00");
        entries.put(new CalendarEntry(
                new BusinessRef("leave.request", Ids.next()),
                company.id(account),
                "leave",
                "病假",
                "Sick leave",
                start,
                start.plusHours(9),
                true,
                "/requests/1"));

        var mine = company.signIn(account).get("/api/calendar/entries?from=2026-03-02&to=2026-03-02");
        var inDevelopment = company.signIn("wu.xs")
                .get("/api/calendar/away?from=2026-03-02&to=2026-03-02&department=" + company.development());
        var inSales = company.signIn("wu.xs")
                .get("/api/calendar/away?from=2026-03-02&to=2026-03-02&department=" + company.sales());

        assertThat(mine.ok().at("/items/0/title").asString()).isEqualTo("病假");
        assertThat(inDevelopment.ok().path("items").size()).isEqualTo(1);
        assertThat(inDevelopment.body().at("/items/0/person/name").asString()).isEqualTo("离开的人");
        assertThat(inDevelopment.body().at("/items/0/department").asString()).isEqualTo("研发部");
        assertThat(inDevelopment.text()).doesNotContain("病假").doesNotContain("requests");
        assertThat(inSales.ok().path("items").size()).isZero();
        assertThat(company.signIn("wu.xs")
                        .get("/api/calendar/away?from=2026-03-02&to=2026-03-02&department=" + Ids.next())
                        .status())
                .isEqualTo(404);
    }
}
