package io.tongban.org;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Attempts;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/people")
class PeopleController {

    /** Everything that is kept about somebody; {@code present} left out changes nothing. */
    record PersonBody(
            @Nullable String name,
            @Nullable String number,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String department,
            @Nullable String position,
            @Nullable String leader,
            @Nullable Boolean present) {}

    private final Contacts contacts;
    private final People people;
    private final Departments departments;
    private final Attempts attempts;

    PeopleController(Contacts contacts, People people, Departments departments, Attempts attempts) {
        this.contacts = contacts;
        this.people = people;
        this.departments = departments;
        this.attempts = attempts;
    }

    @GetMapping
    @Endpoint(Endpoint.SIGNED_IN)
    Page<Contacts.PersonItem> search(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String department,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return contacts.search(q, department, cursor, limit);
    }

    @GetMapping("/{id}")
    @Endpoint(Endpoint.SIGNED_IN)
    Contacts.Card card(@PathVariable String id) {
        return contacts.card(id);
    }

    @PutMapping("/{id}")
    @Endpoint("org.manage")
    Contacts.Card change(@PathVariable String id, @RequestBody PersonBody body, Actor actor) {
        // Much of what somebody who leaves has to do with is touched at once, while others work on it.
        attempts.run(() -> change(actor, id, body));
        return contacts.card(id);
    }

    private void change(Actor actor, String id, PersonBody body) {
        var person = people.get(id);
        people.rename(id, orEmpty(body.name()), orEmpty(body.number()));
        people.changeContact(id, body.email(), body.phone(), person.locale());
        if (body.department() == null) {
            throw Problem.refused("kernel:invalid").field("department", "org:department-needed");
        }
        departments.place(id, body.department(), body.position());
        departments.setLeader(id, People.blankToNull(body.leader()));
        if (body.present() != null) {
            if (!body.present() && actor.id().equals(id)) {
                throw Problem.refused("org:leaving-oneself");
            }
            people.setPresent(id, body.present());
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
