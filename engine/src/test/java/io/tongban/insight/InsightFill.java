package io.tongban.insight;

import io.tongban.insight.FactMapper.HandFact;
import io.tongban.insight.FactMapper.Position;
import io.tongban.insight.FactMapper.RequestFact;
import io.tongban.insight.FactMapper.StayFact;
import io.tongban.kernel.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Many requests of one year as the follower would have counted them, for the benchmark. */
public final class InsightFill {

    private static final int TOGETHER = 500;
    private static final int DAYS = 365;
    private static final List<String> STEPS = List.of("Task_Leader", "Task_Head", "Task_Hr");

    private InsightFill() {}

    /**
     * Half of them are of the first process, the rest of the others; one of fifty still runs.
     *
     * @param people ids, of whom twenty-five each belong to one of the departments
     */
    public static void fill(
            ApplicationContext context, List<String> processes, List<String> departments, List<String> people, int n) {
        var rows = context.getBean(FactMapper.class);
        var cells = context.getBean(CellMapper.class);
        var transaction = context.getBean(TransactionTemplate.class);
        var random = new Random(1);
        var last = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int done = 0; done < n; done += TOGETHER) {
            int from = done;
            transaction.executeWithoutResult(status -> {
                var sums = new Cells();
                var requests = new ArrayList<RequestFact>();
                var stays = new ArrayList<StayFact>();
                var hands = new ArrayList<HandFact>();
                for (int i = 0; i < Math.min(TOGETHER, n - from); i++) {
                    int who = random.nextInt(people.size());
                    int department = Math.min(departments.size() - 1, who / 25);
                    var process = processes.get(
                            random.nextBoolean() || processes.size() == 1
                                    ? 0
                                    : 1 + random.nextInt(processes.size() - 1));
                    // As in life, the oldest come first.
                    var started = last.minusSeconds(
                            Math.round((1.0 - (from + i) / (double) n) * DAYS * 86_400) + random.nextInt(3_600));
                    var open = random.nextInt(50) == 0;
                    add(
                            random,
                            process,
                            departments.get(department),
                            people,
                            who,
                            started,
                            open,
                            requests,
                            stays,
                            hands);
                }
                requests.forEach(fact -> sums.add(fact, 1));
                stays.forEach(fact -> sums.add(fact, 1));
                hands.forEach(fact -> sums.add(fact, 1));
                rows.insertRequests(requests);
                rows.insertStays(stays);
                rows.insertHands(hands);
                sums.write(cells);
            });
        }
        transaction.executeWithoutResult(status -> rows.move(new Position("", 1, last)));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.ofHours(8));
    }

    private static void add(
            Random random,
            String process,
            String department,
            List<String> people,
            int who,
            Instant started,
            boolean open,
            List<RequestFact> requests,
            List<StayFact> stays,
            List<HandFact> hands) {
        var id = Ids.next();
        var at = started;
        int steps = 1 + random.nextInt(STEPS.size());
        for (int step = 0; step < steps; step++) {
            var waits = (long) Math.exp(6 + random.nextDouble() * 6);
            var end = at.plusSeconds(waits);
            var running = open && step == steps - 1;
            // The first of a department leads it; few decide the rest.
            var person = people.get(step == 0 ? who / 25 * 25 : random.nextInt(step == 1 ? 40 : 8));
            stays.add(new StayFact(
                    id,
                    step,
                    process,
                    department,
                    people.get(who),
                    STEPS.get(step),
                    at,
                    running ? null : end,
                    running ? null : day(end),
                    running ? 0 : waits,
                    running ? 0 : (int) (waits / 180),
                    running ? null : random.nextInt(12) == 0 ? "return" : "approve",
                    running ? null : random.nextInt(5) > 0,
                    running ? end : null));
            hands.add(new HandFact(
                    id,
                    step,
                    process,
                    department,
                    people.get(who),
                    STEPS.get(step),
                    person,
                    at,
                    running ? null : end,
                    running ? null : day(end),
                    running ? 0 : waits,
                    running ? 0 : (int) (waits / 180),
                    running ? null : "approve",
                    running ? end : null));
            at = end;
        }
        var seconds = ChronoUnit.SECONDS.between(started, at);
        requests.add(new RequestFact(
                id,
                1,
                process,
                department,
                people.get(who),
                open ? "running" : random.nextInt(20) == 0 ? "withdrawn" : "approved",
                started,
                day(started),
                open ? null : at,
                open ? null : day(at),
                false,
                open ? at : null,
                open ? 0 : seconds,
                open ? 0 : (int) (seconds / 180),
                random.nextInt(10) == 0 ? 1 : 0,
                random.nextInt(4) > 0,
                open ? "" : "Flow_1:1,Flow_2:1,Flow_3:" + steps + ",Flow_4:1,Flow_5:1",
                true,
                at));
    }
}
