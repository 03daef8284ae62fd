package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.approval.StandingIn;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Random people do random things, allowed or not, to random requests; they go away and colleagues stand in for them, and
 * some leave for good. Nothing is lost or done twice, nobody sees a technical failure, and the office is in order after
 * each deed. A failure names its seed, which does the same again; {@code -Dsoak.minutes=60} goes on with new seeds.
 */
@ProductTest
class RandomOfficeTest {

    private static final List<String> PEOPLE =
            List.of("chen.yu", "zhao.min", "sun.lei", "he.jing", "wang.hr", "gao.admin", "wu.xs", "li.cw");
    private static final List<String> WAYS =
            List.of("all", "any", "order", "ratio", "count", "weight", "quorum", "veto", "goes", "repeat");
    private static final List<String> ACTIONS = List.of(
            "approve",
            "approve",
            "approve",
            "approve",
            "reject",
            "abstain",
            "return",
            "return",
            "transfer",
            "delegate",
            "give-back",
            "give-back",
            "consult",
            "reply",
            "reply",
            "add-signers",
            "add-signers",
            "remove-signer",
            "take-back",
            "claim",
            "release",
            "submit",
            "submit");

    @Autowired
    TestCompany company;

    @Autowired
    Requests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    InboxMapper inbox;

    @Autowired
    RequestMapper trail;

    @Autowired
    OfficeCheck check;

    @Autowired
    StandingIn standingIn;

    @Autowired
    People people;

    @Autowired
    Leavers leavers;

    @Autowired
    java.time.Clock clock;

    /** Who is here in one run: those of the company, and some who may leave. */
    private final List<String> staff = new java.util.concurrent.CopyOnWriteArrayList<>(PEOPLE);

    private final List<String> mayLeave = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final List<String> periods = new java.util.concurrent.CopyOnWriteArrayList<>();

    /** What was done to a request and answered. */
    private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();

    private Actor actor(Random random) {
        var here = List.copyOf(staff);
        return company.actor(here.get(random.nextInt(here.size())));
    }

    private String ask(Random random) {
        var answers = new LinkedHashMap<String, Object>(Map.of("topic", "随机", "amount", 100 + random.nextInt(3000)));
        var process = List.of("trial-request", "trial-vote", "trial-vote", "trial-branches")
                .get(random.nextInt(4));
        if (!process.equals("trial-request")) {
            answers.put("way", WAYS.get(random.nextInt(WAYS.size())));
            answers.put("people", people(random, 1 + random.nextInt(5)));
        }
        var id = requests.submit(actor(random), process, answers, null).id();
        done.put(id, new AtomicInteger(1));
        return id;
    }

    private List<String> people(Random random, int many) {
        var chosen = new ArrayList<>(staff);
        java.util.Collections.shuffle(chosen, random);
        return chosen.subList(0, many).stream().map(company::id).toList();
    }

    /** One deed of somebody, mostly of somebody who has the task. */
    private void deed(Random random, String request) {
        var rows = inbox.ofRequest(request).stream()
                .filter(row -> row.step() != null)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        var open = rows.stream().filter(InboxRow::pending).toList();
        var row = open.isEmpty() || random.nextInt(8) == 0
                ? rows.get(random.nextInt(rows.size()))
                : open.get(random.nextInt(open.size()));
        var account = row.owner().startsWith("role:")
                ? row.owner().equals("role:finance") ? "li.cw" : "gao.admin"
                : staff.stream()
                        .filter(p -> company.id(p).equals(row.owner()))
                        .findFirst()
                        .orElse("he.jing");
        var who = random.nextInt(10) == 0 ? actor(random) : company.actor(account);
        var action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        var to = random.nextInt(3) == 0
                ? List.of("applicant", "previous", "Task_First", "Task_A1", "Task_Leader")
                        .get(random.nextInt(5))
                : null;
        var input = new Tasks.Input(
                random.nextInt(6) == 0 ? "" : "意见",
                random.nextInt(12) == 0 ? (Integer) random.nextInt(4) : null,
                random.nextInt(4) == 0 ? Map.of("remark", "备注" + random.nextInt(3)) : null,
                action.equals("return") ? to : people(random, 1).get(0),
                List.of("again", "straight", "changed").get(random.nextInt(3)),
                List.of("before", "beside", "after").get(random.nextInt(3)),
                people(random, 1 + random.nextInt(2)),
                List.of("all", "any", "in-order", "ratio:50").get(random.nextInt(4)),
                people(random, 1).get(0),
                null,
                null,
                null,
                null);
        try {
            tasks.act(who, row.id(), action, input, random.nextInt(3) + request + row.id() + action + input.hashCode());
            java.util.Objects.requireNonNull(done.get(request)).incrementAndGet();
        } catch (Problem refused) {
            assertThat(refused.status()).isIn(404, 409, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 20261127})
    void whatever_people_do_the_office_stays_in_order(long seed) {
        run(seed, 260);
    }

    private void run(long seed, int deeds) {
        var random = new Random(seed);
        var open = new ArrayList<String>();
        newStaff(4);
        for (int i = 0; i < deeds; i++) {
            if (open.size() < 5) {
                open.add(ask(random));
            }
            var request = open.get(random.nextInt(open.size()));
            try {
                deed(random, request);
                if (random.nextInt(6) == 0) {
                    comeAndGo(random, i > deeds / 2);
                    open.forEach(check::request);
                }
                check.request(request);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed " + seed + ", deed " + i + " on " + requests.row(request), failure);
            }
            open.removeIf(one -> !requests.get(one).status().equals("running"));
        }
        everybodyIsBack();
        open.forEach(check::request);
    }

    @AfterEach
    void everybodyIsBack() {
        periods.forEach(standingIn::endIfItLasts);
        periods.clear();
    }

    private void newStaff(int many) {
        staff.removeAll(mayLeave);
        mayLeave.clear();
        for (int i = 0; i < many; i++) {
            mayLeave.add(company.employ("随机" + i, PEOPLE.get(1 + i % 3)));
        }
        staff.addAll(mayLeave);
    }

    /** Somebody goes away or comes back, or leaves for good. */
    private void comeAndGo(Random random, boolean forGood) {
        if (forGood && !mayLeave.isEmpty() && random.nextInt(4) == 0) {
            var leaver = mayLeave.remove(random.nextInt(mayLeave.size()));
            staff.remove(leaver);
            people.setPresent(company.id(leaver), false);
        } else if (!periods.isEmpty() && random.nextBoolean()) {
            standingIn.endIfItLasts(periods.remove(random.nextInt(periods.size())));
        } else {
            standingIn.tryToBegin(actor(random), people(random, 1).get(0)).ifPresent(periods::add);
        }
        if (random.nextInt(3) == 0) {
            standingIn.settle();
            leavers.again(clock.instant().plusSeconds(1));
        }
    }

    @Test
    void several_at_once_lose_nothing_and_do_nothing_twice() throws Exception {
        atOnce(4711);
    }

    /** The order in which threads come is another one each time: a seed does not make a failure come again. */
    private void atOnce(long seed) throws Exception {
        var random = new Random(seed);
        newStaff(4);
        var shared = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            shared.add(ask(random));
        }
        var threads = Executors.newFixedThreadPool(7);
        try {
            var deeds = new ArrayList<Callable<Void>>();
            for (int person = 0; person < 6; person++) {
                var own = new Random(seed + person);
                deeds.add(() -> {
                    for (int i = 0; i < 40; i++) {
                        deed(own, shared.get(own.nextInt(shared.size())));
                    }
                    return null;
                });
            }
            // Meanwhile some go away and come back, and some leave for good.
            deeds.add(() -> {
                var own = new Random(seed - 1);
                for (int i = 0; i < 25; i++) {
                    comeAndGo(own, i % 3 == 0);
                }
                return null;
            });
            for (var result : threads.invokeAll(deeds)) {
                result.get();
            }
            everybodyIsBack();
            standingIn.settle();
            leavers.again(clock.instant().plusSeconds(1));
        } finally {
            threads.shutdownNow();
        }
        for (var request : shared) {
            check.request(request);
            var lines = trail.entries(request).stream()
                    .filter(entry -> !entry.personId().equals("system"))
                    .count();
            assertThat(lines)
                    .as("every answered deed on %s stands in the trail once", request)
                    .isLessThanOrEqualTo(
                            java.util.Objects.requireNonNull(done.get(request)).get());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "soak.minutes", matches = "[1-9][0-9]*")
    void for_as_long_as_was_asked() throws Exception {
        var minutes = Integer.getInteger("soak.minutes");
        var until = Instant.now().plus(Duration.ofMinutes(minutes));
        for (long seed = System.nanoTime(); Instant.now().isBefore(until); seed++) {
            run(seed, 400);
            atOnce(seed);
        }
    }
}
