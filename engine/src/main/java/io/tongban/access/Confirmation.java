package io.tongban.access;

import io.tongban.access.Guesses.Limit;
import io.tongban.access.Guesses.Subject;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks people for their password once more, before what must not happen at a screen that was left open. */
@Service
public class Confirmation {

    private final Accounts accounts;
    private final Guesses guesses;

    Confirmation(Accounts accounts, Guesses guesses) {
        this.accounts = accounts;
        this.guesses = guesses;
    }

    /**
     * Counts as a guess like signing in does; ask outside of a transaction.
     *
     * @throws Problem 422 naming the field, 429 after too many wrong ones
     */
    public void require(Actor actor, String field, @Nullable String password) {
        if (password == null || password.isEmpty()) {
            throw Problem.refused("kernel:invalid").field(field, "access:password-needed");
        }
        var subjects = List.of(new Subject(Limit.OWN, actor.id() + " confirms"));
        guesses.attempt(subjects);
        if (!accounts.matches(actor.id(), password)) {
            throw Problem.refused("kernel:invalid").field(field, "access:old-wrong");
        }
        guesses.forgive(subjects);
    }
}
