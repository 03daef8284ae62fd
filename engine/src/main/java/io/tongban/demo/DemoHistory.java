package io.tongban.demo;

import io.tongban.access.Accounts;
import io.tongban.calendar.Day;
import io.tongban.calendar.WorkingCalendar;
import io.tongban.kernel.Actor;
import io.tongban.notify.Notifications;
import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Sick leave of the past months, asked for and decided at the times at which it would have been: some at once, some late. */
@Component
@Profile("demo")
@Order(5)
class DemoHistory implements DemoPart {

    /** So many working days back, and a request on each of them but for the last ones. */
    private static final int DAYS = 60;

    private static final int LAST = 4;
    private static final int HOUR = 3_600;
    private static final List<String> APPLICANTS = List.of(
            "dong.jun zeng.li xiao.han tian.yu pan.yue cai.xin yu.hang wei.dong su.rui du.juan lu.chen jiang.nan"
                    .concat(" cui.hao yao.qian liao.ping shi.yun jia.lin bai.jie kong.de xia.tian")
                    .split(" "));
    private static final List<String> REASONS = List.of("感冒发烧，去医院看病", "牙疼，上午约了牙医", "肠胃不适，在家休息", "腰疼复查", "陪诊后自己也发烧了");

    private final Requests requests;
    private final Tasks tasks;
    private final Accounts accounts;
    private final Notifications notifications;
    private final WorkingCalendar calendar;
    private final DemoClock clock;
    private final ZoneId zone;
    private final Random random = new Random(20);
    private final Set<String> told = new LinkedHashSet<>();

    DemoHistory(
            Requests requests,
            Tasks tasks,
            Accounts accounts,
            Notifications notifications,
            WorkingCalendar calendar,
            DemoClock clock,
            ZoneId zone) {
        this.requests = requests;
        this.tasks = tasks;
        this.accounts = accounts;
        this.notifications = notifications;
        this.calendar = calendar;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void make(DemoPeople people) {
        var today = LocalDate.now(clock.withZone(zone));
        var working = calendar.days(today.minusDays(DAYS * 2), today.minusDays(1)).stream()
                .filter(day -> day.kind().working())
                .map(Day::date)
                .toList();
        for (int i = Math.max(1, working.size() - DAYS); i < working.size() - LAST; i++) {
            var applicant = people.actor(APPLICANTS.get(i % APPLICANTS.size()));
            one(applicant, working.get(i - 1), working.get(i), i);
        }
        told.forEach(person -> notifications.readAll(accounts.actor(person), null));
    }

    /** Asked for on a day, for the day after it; what is slow takes up to two days. */
    private void one(Actor applicant, LocalDate asked, LocalDate off, int i) {
        var at = asked.atTime(9, 10).atZone(zone).toInstant().plusSeconds(random.nextInt(7 * HOUR));
        var id = new String[1];
        clock.at(
                at,
                () -> id[0] = requests.submit(applicant, "leave-request", answers(off, i), null)
                        .id());
        told.add(applicant.id());
        if (i % 13 == 0) {
            clock.at(at.plusSeconds(HOUR), () -> requests.withdraw(applicant, id[0], "好些了，不用请了", null, null));
            return;
        }
        var next = later(at, i);
        if (i % 9 == 0) {
            act(id[0], "return", "请写明由谁接手", next);
            next = later(next, i);
            act(id[0], "submit", "已补充", next);
            next = later(next, i);
        }
        if (i % 17 == 0) {
            act(id[0], "reject", "当天有重要评审，请改期", next);
            return;
        }
        while (requests.get(id[0]).status().equals("running")) {
            act(id[0], "approve", "同意，多休息", next);
            next = later(next, i);
        }
    }

    /** Mostly within hours, now and then a day later. */
    private Instant later(Instant at, int i) {
        var hours = i % 7 == 0 ? 20 + random.nextInt(24) : 1 + random.nextInt(4);
        return at.plusSeconds((long) hours * HOUR / 2 + random.nextInt(HOUR));
    }

    private Map<String, Object> answers(LocalDate day, int i) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("type", "sick");
        answers.put("start", day.atTime(13, 0).toString());
        answers.put("end", day.atTime(18, 0).toString());
        answers.put("reason", REASONS.get(i % REASONS.size()));
        return answers;
    }

    private void act(String request, String action, String opinion, Instant at) {
        var open = tasks.open(request).get(0);
        var person = open.people().get(0);
        told.add(person);
        clock.at(
                at,
                () -> tasks.act(
                        accounts.actor(person),
                        open.taskId(),
                        action,
                        Tasks.Input.of(opinion, null, null, null),
                        null));
    }
}
