package io.tongban.leave;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.TestCompany;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.process.StepContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Many transactions at once on one person's leave; run on every database. */
@ProductTest
class LeaveRacesTest {

    private static final int CLIENTS = 16;
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");

    @Autowired
    LeaveSteps steps;

    @Autowired
    LeaveBalances balances;

    @Autowired
    BalanceMapper ledger;

    @Autowired
    Leaves leaves;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TestCompany company;

    private String person = "";

    @BeforeEach
    void somebodyNew() {
        person = company.id(company.employ("林晓", "zhao.min"));
    }

    @Test
    void sixteen_requests_for_a_day_each_share_the_ten_days_there_are() throws Exception {
        var answers = atOnce(client -> ask(day(client), day(client)));

        assertThat(answers).filteredOn("held"::equals).hasSize(10);
        assertThat(answers).filteredOn("leave:balance-exceeded"::equals).hasSize(6);
        LedgerCheck.theBalanceIsTheSumOfTheLedger(jdbc, person);
        assertThat(available()).isZero();
    }

    @Test
    void sixteen_requests_for_the_same_day_leave_one() throws Exception {
        var answers = atOnce(client -> ask(MONDAY, MONDAY));

        assertThat(answers).filteredOn("held"::equals).hasSize(1);
        assertThat(answers).filteredOn("leave:overlap"::equals).hasSize(15);
        LedgerCheck.theBalanceIsTheSumOfTheLedger(jdbc, person);
    }

    @Test
    void a_year_accrues_once_however_many_look_at_it_first() throws Exception {
        var answers =
                atOnce(client -> String.valueOf(leaves.balances(person, 2026).size()));

        assertThat(answers).containsOnly("8");
        assertThat(ledger.ledger(person, "annual", null, 10)).hasSize(1);
        LedgerCheck.theBalanceIsTheSumOfTheLedger(jdbc, person);
    }

    @Test
    void approving_withdrawing_and_asking_again_at_once_never_loses_a_minute() throws Exception {
        var requests = new ArrayList<StepContext>();
        for (int i = 0; i < CLIENTS / 2; i++) {
            var context = context();
            requests.add(context);
            ask(context, day(i), day(i));
        }
        atOnce(client -> {
            var mine = requests.get(client / 2);
            transaction.executeWithoutResult(t -> {
                if (client % 2 == 0) {
                    steps.deduct(new LeaveSteps.Nothing(), mine);
                } else {
                    steps.release(new LeaveSteps.Nothing(), mine);
                }
            });
            return "done";
        });

        LedgerCheck.theBalanceIsTheSumOfTheLedger(jdbc, person);
    }

    @Test
    void the_guard_holds_even_where_somebody_forgets_the_lock() throws Exception {
        transaction.executeWithoutResult(t -> leaves.balances(person, 2026));

        var answers = atOnce(client -> Objects.requireNonNull(
                transaction.execute(t -> Integer.toString(ledger.change(person, "annual", 2026, 0, 480, 0, true)))));

        assertThat(answers).filteredOn("1"::equals).hasSize(10);
        assertThat(answers).filteredOn("0"::equals).hasSize(6);
        assertThat(available()).isZero();
    }

    private interface Deed {
        String act(int client);
    }

    private List<String> atOnce(Deed deed) throws Exception {
        var barrier = new CyclicBarrier(CLIENTS);
        var pool = Executors.newFixedThreadPool(CLIENTS);
        try {
            var deeds = new ArrayList<Callable<String>>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                deeds.add(() -> {
                    barrier.await(30, TimeUnit.SECONDS);
                    try {
                        return deed.act(client);
                    } catch (Problem refused) {
                        return refused.code();
                    }
                });
            }
            var answers = new ArrayList<String>();
            for (Future<String> answer : pool.invokeAll(deeds)) {
                answers.add(answer.get(60, TimeUnit.SECONDS));
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }

    private String ask(LocalDate from, LocalDate to) {
        return ask(context(), from, to);
    }

    private String ask(StepContext context, LocalDate from, LocalDate to) {
        transaction.executeWithoutResult(t ->
                steps.register(new LeaveSteps.Asked("annual", from + "T09:00", to + "T18:00", null, null), context));
        return "held";
    }

    private StepContext context() {
        var id = Ids.next();
        return new StepContext(id, "QJ-" + id.substring(9, 18), "leave-request", person, person);
    }

    /** The working days from a Monday on. */
    private static LocalDate day(int number) {
        return MONDAY.plusDays(number / 5 * 7 + number % 5);
    }

    private int available() {
        return leaves.balances(person, 2026).stream()
                .filter(b -> b.type().equals("annual"))
                .mapToInt(b -> b.granted() - b.used() - b.held())
                .sum();
    }
}
