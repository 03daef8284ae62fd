package io.tongban.access;

import io.tongban.access.Guesses.Limit;
import io.tongban.access.Guesses.Subject;
import io.tongban.kernel.Problem;
import io.tongban.org.Departments;
import io.tongban.org.NewPerson;
import io.tongban.org.People;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The first start: whoever reads the code that the server prints makes the company and its first administrator. */
@Service
class Setup {

    record NewCompany(String company, String name, String account, String password) {}

    private final SetupMapper rows;
    private final People people;
    private final Departments departments;
    private final Accounts accounts;
    private final Roles roles;
    private final Guesses guesses;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean demo;

    Setup(
            SetupMapper rows,
            People people,
            Departments departments,
            Accounts accounts,
            Roles roles,
            Guesses guesses,
            TransactionTemplate transaction,
            Clock clock,
            Environment environment) {
        this.rows = rows;
        this.people = people;
        this.departments = departments;
        this.accounts = accounts;
        this.roles = roles;
        this.guesses = guesses;
        this.transaction = transaction;
        this.clock = clock;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    boolean needed() {
        return !demo && stillOpen(rows.read());
    }

    /** A new code in place of an earlier one. */
    String newCode() {
        var code = Secrets.readable(3);
        transaction.executeWithoutResult(t -> rows.code(Secrets.hash(code)));
        return code;
    }

    /** Makes company and administrator; returns the administrator's id. */
    String complete(String code, NewCompany wanted, String address) {
        if (!needed()) {
            throw Problem.conflict("access:set-up-already");
        }
        var subjects = List.of(new Subject(Limit.SETUP, SignIn.network(address)));
        guesses.attempt(subjects);
        var hash = Secrets.hash(code.strip().toLowerCase(Locale.ROOT));
        var id = transaction.execute(t -> {
            var row = rows.lock();
            if (!stillOpen(row)) {
                throw Problem.conflict("access:set-up-already");
            }
            if (row.codeHash() == null || !same(row.codeHash(), hash)) {
                throw Problem.refused("kernel:invalid").field("code", "access:setup-code");
            }
            return make(wanted);
        });
        guesses.forgive(subjects);
        return java.util.Objects.requireNonNull(id);
    }

    private String make(NewCompany wanted) {
        if (wanted.company().isBlank()
                || wanted.company().codePointCount(0, wanted.company().length()) > 50) {
            throw Problem.refused("kernel:invalid").field("company", "access:company-needed");
        }
        Passwords.check("password", wanted.password(), wanted.account(), "", wanted.name());
        var company = departments.add(null, wanted.company(), 0);
        var person = people.add(NewPerson.of(wanted.account(), "0001", wanted.name()));
        departments.join(person.id(), company.id(), null, true);
        accounts.create(person.id(), wanted.password(), false);
        roles.grant(person.id(), Roles.ADMINISTRATOR);
        rows.done(clock.instant());
        return person.id();
    }

    private boolean stillOpen(SetupMapper.SetupRow row) {
        return row.doneAt() == null && roles.members(Roles.ADMINISTRATOR).isEmpty();
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }
}
