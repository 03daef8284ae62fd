package io.tongban.expense;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Problem;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.process.Requests;
import io.tongban.process.Tasks;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of approved claims: several are paid at once, and one is stopped before it is paid. */
@Component
class Payments {

    private static final int MOST_AT_ONCE = 100;
    private static final int LONGEST_REASON = 500;

    private final ClaimMapper rows;
    private final ExpenseRules rules;
    private final Tasks tasks;
    private final Requests requests;
    private final Notifications notifications;
    private final Attempts attempts;

    Payments(
            ClaimMapper rows,
            ExpenseRules rules,
            Tasks tasks,
            Requests requests,
            Notifications notifications,
            Attempts attempts) {
        this.rows = rows;
        this.rules = rules;
        this.tasks = tasks;
        this.requests = requests;
        this.notifications = notifications;
        this.attempts = attempts;
    }

    /**
     * Pays several claims with one reference, all of them or none: the payment tasks of these claims are completed in the
     * name of the actor.
     */
    void pay(Actor actor, List<String> requestIds, @Nullable String reference, @Nullable String paidOn) {
        var ids = new TreeSet<String>();
        for (var id : requestIds) {
            ids.add(id == null ? "" : id);
        }
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw ExpenseRules.refused("claims", "expense:choose-claims", MOST_AT_ONCE);
        }
        var said = Payment.reference(reference, "reference");
        var on = Payment.day(paidOn, "paidOn", rules.today());
        attempts.run(() -> ids.forEach(id -> pay(actor, id, said, on)));
    }

    private void pay(Actor actor, String id, String reference, LocalDate on) {
        var claim = claim(id);
        if (claim.personId().equals(actor.id())) {
            throw Problem.refused("expense:own-payment", claim.number());
        }
        var open = tasks.open(id);
        if (claim.state() != ClaimRow.State.PAYABLE || open.isEmpty()) {
            throw Problem.conflict("expense:not-payable", claim.number());
        }
        Map<String, Object> answers = Map.of("paymentReference", reference, "paidOn", on.toString());
        tasks.act(actor, open.get(0).taskId(), "complete", Tasks.Input.of(null, null, answers, null), null);
    }

    /** Finance, or whoever asked for it, stops a claim that was approved and is not paid yet; everybody concerned is told why. */
    void stop(Actor actor, String requestId, @Nullable String reason) {
        requests.get(actor, requestId);
        if (!mayStop(actor, claim(requestId))) {
            throw Problem.forbidden();
        }
        var why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.codePointCount(0, why.length()) > LONGEST_REASON) {
            throw Problem.refused("kernel:invalid").field("reason", "expense:reason-needed", LONGEST_REASON);
        }
        attempts.run(() -> {
            // Whoever pays meanwhile waits, or has paid: the state that is read next stays.
            requests.hold(requestId);
            var claim = claim(requestId);
            if (claim.state() != ClaimRow.State.PAYABLE) {
                throw Problem.conflict("expense:not-stoppable", claim.number());
            }
            var told = new LinkedHashSet<>(tasks.people(requestId));
            told.add(claim.personId());
            told.remove(actor.id());
            requests.signal(actor, requestId, "expense.stopped", Map.of(), why);
            notifications.send(new Notice(
                    told,
                    "expense.stopped",
                    List.of(
                            claim.number(),
                            claim.title(),
                            Money.words(claim.total()),
                            actor.name(),
                            why,
                            claim.personName()),
                    "/requests/" + requestId,
                    null));
        });
    }

    /** Whether somebody may stop a claim, as far as it stands so that it can be stopped. */
    static boolean mayStop(Actor actor, ClaimRow claim) {
        return claim.personId().equals(actor.id()) || actor.may(FinanceRole.MANAGE);
    }

    private ClaimRow claim(String requestId) {
        var claim = rows.find(requestId);
        if (claim == null) {
            throw Problem.notFound();
        }
        return claim;
    }
}
