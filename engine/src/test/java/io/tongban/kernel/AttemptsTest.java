package io.tongban.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Deeds that collide are tried again as a whole, others are not. */
class AttemptsTest {

    private final List<String> ends = new ArrayList<>();
    private final Attempts attempts =
            new Attempts(new Transactions(), List.of(ConcurrencyFailureException.class::isInstance));
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void what_collides_is_tried_again_in_a_new_transaction() {
        var answer = attempts.get(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new CannotAcquireLockException("locked");
            }
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(ends).containsExactly("rolled back", "rolled back", "committed");
    }

    @Test
    void what_collides_every_time_is_a_conflict_after_six_tries() {
        assertThatThrownBy(() -> attempts.run(() -> {
                    tries.incrementAndGet();
                    throw new CannotAcquireLockException("locked");
                }))
                .isInstanceOfSatisfying(Problem.class, busy -> {
                    assertThat(busy.status()).isEqualTo(409);
                    assertThat(busy.code()).isEqualTo("kernel:busy");
                });
        assertThat(tries).hasValue(6);
    }

    @Test
    void a_refusal_is_not_tried_again() {
        assertThatThrownBy(() -> attempts.run(() -> {
                    tries.incrementAndGet();
                    throw Problem.forbidden();
                }))
                .isInstanceOf(Problem.class);
        assertThat(tries).hasValue(1);
        assertThat(ends).containsExactly("rolled back");
    }

    @Test
    void a_deed_inside_another_is_tried_again_with_the_whole() {
        attempts.run(() -> attempts.run(() -> {
            if (tries.incrementAndGet() < 2) {
                throw new CannotAcquireLockException("locked");
            }
        }));
        assertThat(tries).hasValue(2);
        assertThat(ends).containsExactly("rolled back", "committed");
    }

    @Test
    void what_another_call_has_done_meanwhile_is_the_answer() {
        var answer = attempts.get(
                () -> {
                    throw new CannotAcquireLockException("locked");
                },
                () -> "by the other");
        assertThat(answer).isEqualTo("by the other");
    }

    private final class Transactions extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                    .isFalse();
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            ends.add("committed");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            ends.add("rolled back");
        }
    }
}
