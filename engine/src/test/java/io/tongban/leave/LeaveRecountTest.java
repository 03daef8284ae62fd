package io.tongban.leave;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestClient;
import io.tongban.TestCompany;
import io.tongban.kernel.Ids;
import io.tongban.process.StepContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to leave when an administrator arranges days after it was asked for. */
@ProductTest
class LeaveRecountTest {

    @Autowired
    LeaveSteps steps;

    @Autowired
    Leaves leaves;

    @Autowired
    LeaveMapper rows;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestCompany company;

    private String account = "";
    private String person = "";
    private TestClient admin = new TestClient(0);

    @BeforeEach
    void somebodyNew() {
        account = company.employ("林晓", "zhao.min");
        person = company.id(account);
        admin = company.signIn("gao.admin");
    }

    @AfterEach
    void anOpenYearAgain() {
        jdbc.update("delete from calendar_year where of_year = 2027");
        jdbc.update("delete from calendar_day where on_day between '2027-01-01' and '2027-12-31'");
        jdbc.update("update calendar_setting set version = version + 1");
        LedgerCheck.theBalanceIsTheSumOfTheLedger(jdbc, person);
    }

    @Test
    void leave_in_a_year_without_arrangement_is_provisional_and_counted_again_when_it_arrives() {
        var held = ask("2027-03-01T09:00", "2027-03-05T18:00");
        var approved = ask("2027-03-15T09:00", "2027-03-16T18:00");
        run(() -> steps.deduct(new LeaveSteps.Nothing(), approved));
        assertThat(row(held).provisional()).isTrue();
        assertThat(balance()).isEqualTo("used 960, held 2400, left 1440");

        arrange(Map.of("date", "2027-03-01", "kind", "holiday"), Map.of("date", "2027-03-15", "kind", "holiday"));

        assertThat(row(held).provisional()).isFalse();
        assertThat(row(held).minutes()).isEqualTo(4 * 480);
        assertThat(row(approved).minutes()).isEqualTo(480);
        assertThat(balance()).isEqualTo("used 480, held 1920, left 2400");
        assertThat(titles(account)).anyMatch(t -> t.contains(held.number()) && t.contains("由 5 天变为 4 天"));
        assertThat(company.signIn(account)
                        .get("/api/leaves/ledger?limit=5")
                        .ok()
                        .path("items")
                        .values())
                .anyMatch(item -> item.path("note").asString("").contains("工作日历有更新"));
    }

    @Test
    void more_days_than_the_balance_has_are_told_to_the_person_and_hr_and_taken_once_hr_grants_them() {
        transaction.executeWithoutResult(
                t -> leaves.adjust(company.actor("wang.hr"), person, "annual", 2027, -4800 + 5 * 480, "试用期"));
        var leave = ask("2027-03-01T09:00", "2027-03-06T18:00");

        arrange(Map.of("date", "2027-03-06", "kind", "makeup"));

        assertThat(row(leave).shortfall()).isTrue();
        assertThat(balance()).isEqualTo("used 0, held 2400, left 0");
        assertThat(titles(account)).anyMatch(t -> t.contains(leave.number()) && t.contains("余额不足"));
        assertThat(titles("wang.hr")).anyMatch(t -> t.contains(leave.number()) && t.contains("林晓"));

        company.signIn("wang.hr")
                .post(
                        "/api/leaves/people/" + person + "/adjust",
                        Map.of("type", "annual", "year", 2027, "minutes", 480, "reason", "补一天"))
                .ok();

        assertThat(row(leave).shortfall()).isFalse();
        assertThat(balance()).isEqualTo("used 0, held 2880, left 0");
    }

    @Test
    void a_day_that_changed_before_the_approval_is_noticed_at_the_latest_then() {
        var leave = ask("2027-03-01T09:00", "2027-03-05T18:00");
        jdbc.update("insert into calendar_day (on_day, kind) values ('2027-03-02', 'HOLIDAY')");
        jdbc.update("update calendar_setting set version = version + 1");

        run(() -> steps.deduct(new LeaveSteps.Nothing(), leave));

        assertThat(balance()).isEqualTo("used 1920, held 0, left 2880");
    }

    @Test
    void released_leave_is_left_alone() {
        var leave = ask("2027-03-01T09:00", "2027-03-05T18:00");
        run(() -> steps.release(new LeaveSteps.Nothing(), leave));

        arrange(Map.of("date", "2027-03-01", "kind", "holiday"));

        assertThat(balance()).isEqualTo("used 0, held 0, left 4800");
    }

    @SafeVarargs
    private void arrange(Map<String, Object>... days) {
        admin.put("/api/calendar/years/2027", Map.of("source", "通知", "days", List.of(days)))
                .ok();
        assertThat(LocalDate.parse("2027-03-01").getDayOfWeek().getValue()).isEqualTo(1);
    }

    private StepContext ask(String start, String end) {
        var id = Ids.next();
        var context = new StepContext(id, "QJ-" + id.substring(9, 18), "leave-request", person, person);
        run(() -> steps.register(new LeaveSteps.Asked("annual", start, end, null, null), context));
        return context;
    }

    private void run(Runnable deed) {
        transaction.executeWithoutResult(t -> deed.run());
    }

    private LeaveRow row(StepContext context) {
        return Objects.requireNonNull(rows.find(context.requestId()));
    }

    private List<String> titles(String of) {
        return company.signIn(of).get("/api/notifications?limit=20").ok().path("items").values().stream()
                .map(item -> item.path("title").asString(""))
                .toList();
    }

    private String balance() {
        return leaves.balances(person, 2027).stream()
                .filter(b -> b.type().equals("annual"))
                .map(b -> "used " + b.used() + ", held " + b.held() + ", left " + b.available())
                .findFirst()
                .orElseThrow();
    }
}
