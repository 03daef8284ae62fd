package io.tongban.access;

import io.tongban.access.Guesses.Limit;
import io.tongban.access.Guesses.Subject;
import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.org.Person;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Signs people in with login name or employee number and password, and changes passwords. */
@Service
class SignIn {

    private final People people;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Guesses guesses;

    SignIn(People people, Accounts accounts, Sessions sessions, Guesses guesses) {
        this.people = people;
        this.accounts = accounts;
        this.sessions = sessions;
        this.guesses = guesses;
    }

    record SignedIn(Person person, Sessions.Opened session, boolean mustChange) {}

    SignedIn signIn(String account, String password, String address, @Nullable String agent) {
        var place = network(address);
        var person = people.byLogin(account).filter(Person::present).orElse(null);
        var subjects = subjects(person == null ? null : person.id(), account, place);
        guesses.attempt(subjects);
        if (!accounts.matches(person == null ? null : person.id(), password) || person == null) {
            throw Problem.unauthenticated("access:wrong-password");
        }
        guesses.forgive(subjects);
        return new SignedIn(person, sessions.open(person.id(), place, agent), accounts.mustChange(person.id()));
    }

    /** Changes the own password and ends the other sessions. */
    void changePassword(Session session, String old, String wanted) {
        var person = people.get(session.actor().id());
        var subjects = List.of(new Subject(Limit.OWN, person.id() + " changes"));
        guesses.attempt(subjects);
        if (!accounts.matches(person.id(), old)) {
            throw Problem.refused("kernel:invalid").field("old", "access:old-wrong");
        }
        guesses.forgive(subjects);
        if (old.equals(wanted)) {
            throw Problem.refused("kernel:invalid").field("new", "access:password-same");
        }
        Passwords.check("new", wanted, person);
        accounts.change(person.id(), wanted);
        sessions.endOthers(person.id(), session.id());
    }

    /** From an address of the person's own only its own guesses count; elsewhere those at the account and from the address do. */
    private List<Subject> subjects(@Nullable String personId, String account, String place) {
        if (personId != null && sessions.known(personId, place)) {
            return List.of(new Subject(Limit.OWN, personId + "@" + place));
        }
        var name = personId == null ? account.strip().toLowerCase(Locale.ROOT) : personId;
        return List.of(new Subject(Limit.ACCOUNT, name), new Subject(Limit.ADDRESS, place));
    }

    /** An IPv4 address, or the 64 bits of an IPv6 address that name a network. */
    static String network(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4 ? address : HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) + "::/64";
        } catch (UnknownHostException unknown) {
            return address.length() <= 64 ? address : address.substring(0, 64);
        }
    }
}
