package io.tongban.approval;

import io.tongban.access.Confirmation;
import io.tongban.approval.SignatureMapper.SignatureRow;
import io.tongban.file.Drawings;
import io.tongban.file.Files;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The signature that a person keeps. Keeping one and using it ask for the password; a session that has just given it is
 * not asked again for a while. Each use is a copy of its own, which hangs on one decision for good.
 */
@Service
class Signatures {

    private static final String OWNER_TYPE = "approval.signature";
    private static final Duration CONFIRMED_FOR = Duration.ofMinutes(15);

    /** {@code file} is null when none is kept; {@code open} when this session may use it without the password. */
    record Kept(@Nullable String file, @Nullable Instant keptAt, boolean open) {}

    private final SignatureMapper rows;
    private final Files files;
    private final Drawings drawings;
    private final Confirmation confirmation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Signatures(
            SignatureMapper rows,
            Files files,
            Drawings drawings,
            Confirmation confirmation,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.drawings = drawings;
        this.confirmation = confirmation;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    Kept of(Actor actor, String session) {
        var row = rows.find(actor.id());
        return row == null ? new Kept(null, null, false) : new Kept(row.fileId(), row.keptAt(), isOpen(row, session));
    }

    void keep(Actor actor, String session, @Nullable String file, @Nullable String password) {
        if (file == null) {
            throw Problem.refused("kernel:invalid").field("file", "file:unknown");
        }
        drawings.check(actor, "file", file);
        confirmation.require(actor, "password", password);
        transaction.executeWithoutResult(t -> {
            var now = now();
            rows.put(new SignatureRow(actor.id(), file, now, session, now));
            // What hangs there already stays there, whatever it was replaced by.
            files.attach(actor, "file", List.of(file), owner(actor));
            files.release(owner(actor), Set.of(file));
        });
    }

    /** A copy for one decision. */
    String use(Actor actor, String session, @Nullable String password) {
        var row = rows.find(actor.id());
        if (row == null) {
            throw Problem.notFound();
        }
        if (!isOpen(row, session)) {
            confirmation.require(actor, "password", password);
        }
        return java.util.Objects.requireNonNull(transaction.execute(t -> {
            if (!isOpen(row, session)) {
                rows.confirm(actor.id(), session, now());
            }
            var copy = files.copy(actor, List.of(row.fileId())).get(row.fileId());
            if (copy == null) {
                throw Problem.notFound();
            }
            return copy;
        }));
    }

    void forget(Actor actor) {
        transaction.executeWithoutResult(t -> {
            if (rows.delete(actor.id()) == 0) {
                throw Problem.notFound();
            }
            files.release(owner(actor), Set.of());
        });
    }

    private boolean isOpen(SignatureRow row, String session) {
        return session.equals(row.sessionId())
                && row.confirmedAt() != null
                && row.confirmedAt().plus(CONFIRMED_FOR).isAfter(clock.instant());
    }

    private static BusinessRef owner(Actor actor) {
        return new BusinessRef(OWNER_TYPE, actor.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
