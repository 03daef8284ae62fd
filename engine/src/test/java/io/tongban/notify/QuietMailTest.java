package io.tongban.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.TestCompany;
import io.tongban.kernel.Actor;
import io.tongban.org.Person;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people choose decides whether and when a mail goes. */
class QuietMailTest extends MailedTest {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    Preferences preferences;

    @Autowired
    ZoneId company;

    @Autowired
    TestCompany testCompany;

    final LocalTime[] around = new LocalTime[2];

    @Test
    void whoever_chose_nothing_gets_mail_at_once() {
        send(List.of(chen().id()), "meeting.soon", "周会");

        assertThat(due()).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void a_group_that_was_switched_off_brings_no_mail_but_stands_in_the_list() {
        var chen = chen();
        choose(chen, body(Map.of("meetings", "never", "copies", "digest"), null, false, "09:00", null));

        send(List.of(chen.id()), "meeting.invited", "周会");
        send(List.of(chen.id()), "process.copied", "年假");
        assertThat(states()).isEmpty();
        assertThat(notifications.unread(chen.id())).isEqualTo(2);

        send(List.of(chen.id()), "process.task", "年假");
        assertThat(states()).hasSize(1);
    }

    @Test
    void each_of_many_receivers_gets_what_that_one_chose() {
        var chen = chen();
        var zhao = person("zhao@example.com", "en");
        choose(chen, body(Map.of("tasks", "never"), null, false, null, null));

        send(List.of(chen.id(), zhao.id()), "process.task", "年假");

        assertThat(jdbc.queryForList("select address from notify_mail", String.class))
                .containsExactly("zhao@example.com");
    }

    @Test
    void in_quiet_hours_a_mail_waits_for_their_end_and_then_goes_once() {
        var chen = chen();
        choose(chen, body(Map.of(), quiet(-60, 60, SHANGHAI), false, null, null));

        send(List.of(chen.id()), "process.task", "年假");
        var end = due();
        assertThat(end).isAfter(clock.instant());
        assertThat(LocalTime.ofInstant(end, SHANGHAI)).isEqualTo(around[1]);
        job.sendDue();
        assertThat(SERVER.getReceivedMessages()).isEmpty();

        makeDue();
        job.sendDue();
        job.sendDue();
        received(1);
        assertThat(states()).containsExactly("sent");
    }

    @Test
    void quiet_hours_are_those_of_the_persons_own_zone() {
        var chen = chen();
        var newYork = ZoneId.of("America/New_York");
        choose(chen, body(Map.of(), quiet(-60, 60, newYork), false, null, "America/New_York"));
        send(List.of(chen.id()), "process.task", "年假");
        assertThat(due()).isAfter(clock.instant());

        jdbc.update("delete from notify_mail");
        choose(chen, body(Map.of(), quiet(-60, 60, newYork), false, null, null));
        send(List.of(chen.id()), "process.task", "年假");
        assertThat(due()).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void urging_passes_through_unless_that_is_not_wanted_and_account_security_always() {
        var chen = chen();
        var quiet = quiet(-60, 60, SHANGHAI);
        choose(chen, body(Map.of(), quiet, false, null, null));
        send(List.of(chen.id()), "process.urged", "年假");
        assertThat(due()).isBeforeOrEqualTo(clock.instant());

        jdbc.update("delete from notify_mail");
        choose(chen, new Preferences.SettingsBody(Map.of(), quiet, false, false, null, null));
        send(List.of(chen.id()), "process.urged", "年假");
        assertThat(due()).isAfter(clock.instant());

        jdbc.update("delete from notify_mail");
        send(List.of(chen.id()), "access.signed-in-elsewhere", "年假");
        assertThat(due()).isBeforeOrEqualTo(clock.instant());
    }

    @Test
    void days_of_rest_follow_the_working_calendar() {
        var chen = chen();
        choose(chen, body(Map.of(), null, true, null, null));
        send(List.of(chen.id()), "process.task", "年假");
        assertThat(due()).isBeforeOrEqualTo(clock.instant());

        jdbc.update("delete from notify_mail");
        var today = clock.instant().atZone(company).toLocalDate();
        rest(today, "rest");
        try {
            send(List.of(chen.id()), "process.task", "年假");
            assertThat(due()).isEqualTo(today.plusDays(1).atStartOfDay(company).toInstant());
        } finally {
            rest(today, null);
        }
    }

    @Test
    void ending_the_quiet_hours_lets_go_what_they_held_back() {
        var chen = chen();
        choose(chen, body(Map.of(), quiet(-60, 60, SHANGHAI), false, null, null));
        send(List.of(chen.id()), "process.task", "年假");

        choose(chen, body(Map.of(), null, false, null, null));

        assertThat(due()).isBeforeOrEqualTo(clock.instant());
        job.sendDue();
        received(1);
    }

    @Test
    void changing_them_never_touches_what_is_being_sent_or_was() {
        var chen = chen();
        send(List.of(chen.id()), "process.task", "年假");
        var claimed = clock.instant().plus(Duration.ofMinutes(5)).truncatedTo(ChronoUnit.MILLIS);
        jdbc.update("update notify_mail set attempts = 1, due_at = ?", Timestamp.from(claimed));

        choose(chen, body(Map.of(), null, false, null, null));

        assertThat(due()).isEqualTo(claimed);
    }

    @Test
    void what_waits_for_somebody_who_leaves_is_not_sent() {
        var chen = chen();
        choose(chen, body(Map.of(), quiet(-60, 60, SHANGHAI), false, null, null));
        send(List.of(chen.id()), "process.task", "年假");

        people.setPresent(chen.id(), false);

        assertThat(states()).isEmpty();
    }

    private Person chen() {
        return person("chen@example.com", "zh-CN");
    }

    private void choose(Person person, Preferences.SettingsBody body) {
        preferences.save(new Actor(person.id(), person.name(), Set.of(), Set.of(), List.of()), body);
    }

    private static Preferences.SettingsBody body(
            Map<String, String> groups,
            Preferences.@Nullable SpanBody quiet,
            boolean restDays,
            @Nullable String digest,
            @Nullable String zone) {
        return new Preferences.SettingsBody(
                groups, quiet, restDays, null, digest == null ? null : LocalTime.parse(digest), zone);
    }

    /** From and to, in minutes from now. */
    private Preferences.SpanBody quiet(int from, int to, ZoneId zone) {
        var now = ZonedDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        around[0] = now.plusMinutes(from).toLocalTime();
        around[1] = now.plusMinutes(to).toLocalTime();
        return new Preferences.SpanBody(around[0], around[1]);
    }

    private void makeDue() {
        jdbc.update("update notify_mail set due_at = ?", Timestamp.from(past()));
    }

    private Instant past() {
        return clock.instant().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
    }

    private void rest(LocalDate day, @Nullable String kind) {
        var gao = testCompany.signIn("gao.admin");
        var path = "/api/calendar/days/" + day;
        if (kind == null) {
            gao.delete(path).ok();
        } else {
            gao.put(path, Map.of("kind", kind)).ok();
        }
    }
}
