package io.tongban.org;

import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the company and who leads them. */
@Service
public class People {

    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");
    private static final int LONGEST_CHAIN = 50;

    /** From so many leaders of one level on, everybody's leaders are read at once. */
    private static final int MANY_LEADERS = 50;

    /** Of more, everybody who is present is read. */
    private static final int MANY_PEOPLE = 500;

    private final PersonMapper rows;
    private final PersonMemory memory;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(PersonMapper rows, PersonMemory memory, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.memory = memory;
        this.events = events;
        this.clock = clock;
    }

    /** Adds somebody who is employed from now on; refuses a login name or number that is taken. */
    @Transactional
    public Person add(NewPerson asked) {
        var person = new NewPerson(
                asked.account().strip().toLowerCase(Locale.ROOT),
                asked.number().strip(),
                asked.name().strip(),
                blankToNull(asked.email()),
                blankToNull(asked.phone()));
        check(person.name(), person.number(), person.email(), person.phone());
        if (!ACCOUNT.matcher(person.account()).matches()) {
            throw invalid("account", "org:account-form");
        }
        if (byLogin(person.account()).isPresent()) {
            throw invalid("account", "org:account-taken");
        }
        if (byLogin(person.number()).isPresent()) {
            throw invalid("number", "org:number-taken");
        }
        var id = Ids.next();
        try {
            rows.insert(id, person, key(person.number()), Pinyin.of(person.name()), clock.instant());
        } catch (DuplicateKeyException taken) {
            throw invalid("account", "org:account-taken");
        }
        events.publishEvent(new OrgEvent.PersonAdded(id));
        return get(id);
    }

    public Person get(String id) {
        return find(id).orElseThrow(Problem::notFound);
    }

    public Optional<Person> find(String id) {
        return memory.person(id);
    }

    /** By id; unknown ids are left out. */
    public Map<String, Person> byIds(Collection<String> ids) {
        var wanted = Set.copyOf(ids);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return memory.people(wanted).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** By login name or employee number, in any case. */
    public Optional<Person> byLogin(String accountOrNumber) {
        var key = key(accountOrNumber);
        var now = clock.instant();
        return rows.byAccount(key, now).or(() -> rows.byNumber(key, now));
    }

    /** What a call needs to know about its person, in one read. */
    public Optional<Standing> standing(String personId) {
        var found = memory.standing(personId);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var first = found.get(0);
        var departments = found.stream()
                .map(PersonMapper.StandingRow::departmentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Optional.of(new Standing(first.id(), first.name(), first.present(), departments));
    }

    /** The direct leader of today, if present. */
    public Optional<String> leader(String personId) {
        return memory.leader(personId).filter(PersonMapper.LeaderRow::present).map(PersonMapper.LeaderRow::id);
    }

    /** The chain of leaders from the direct one upwards; people who left are passed over. */
    public List<String> leaders(String personId) {
        return leaders(personId, LONGEST_CHAIN);
    }

    /** The lowest leaders of the chain, so many at most. */
    public List<String> leaders(String personId, int most) {
        var seen = new LinkedHashSet<String>();
        var chain = new ArrayList<String>();
        @Nullable String next = personId;
        while (chain.size() < most && next != null && seen.add(next) && seen.size() <= LONGEST_CHAIN) {
            var leader = memory.leader(next).orElse(null);
            if (leader != null && leader.present() && !seen.contains(leader.id())) {
                chain.add(leader.id());
            }
            next = leader == null ? null : leader.id();
        }
        return chain;
    }

    /** Everybody whom somebody leads, directly or through others, nearest first; people who left are passed over. */
    public List<String> led(String leaderId) {
        var now = clock.instant();
        var seen = new HashSet<>(Set.of(leaderId));
        var found = new ArrayList<String>();
        var next = List.of(leaderId);
        @Nullable Map<String, List<PersonMapper.LedRow>> all = null;
        while (!next.isEmpty()) {
            if (all == null && next.size() > MANY_LEADERS) {
                all = rows.led(null, now).stream().collect(Collectors.groupingBy(PersonMapper.LedRow::leaderId));
            }
            var known = all;
            var led = known == null
                    ? rows.led(next, now)
                    : next.stream()
                            .flatMap(id -> known.getOrDefault(id, List.of()).stream())
                            .toList();
            var fresh = led.stream().filter(row -> seen.add(row.personId())).toList();
            next = fresh.stream().map(PersonMapper.LedRow::personId).toList();
            fresh.stream()
                    .filter(PersonMapper.LedRow::present)
                    .map(PersonMapper.LedRow::personId)
                    .forEach(found::add);
        }
        return found;
    }

    /** Present people whose direct leader somebody is. */
    public List<String> reports(String leaderId) {
        return rows.led(List.of(leaderId), clock.instant()).stream()
                .filter(PersonMapper.LedRow::present)
                .map(PersonMapper.LedRow::personId)
                .toList();
    }

    /** Employed now. */
    public boolean present(String personId) {
        return memory.standing(personId).stream().anyMatch(PersonMapper.StandingRow::present);
    }

    /** Those of the given people who are employed now, in the given order. */
    public List<String> present(Collection<String> personIds) {
        if (personIds.isEmpty()) {
            return List.of();
        }
        var employed = Set.copyOf(personIds.size() > MANY_PEOPLE ? rows.present() : rows.presentOf(personIds));
        return personIds.stream().filter(employed::contains).distinct().toList();
    }

    /** Everybody who is employed now. */
    public List<String> everybody() {
        return rows.present();
    }

    /** An employee number that nobody has, following the one that was given last. */
    public String nextNumber() {
        var last = rows.lastNumber().orElse("");
        var digits = last.replaceFirst("^.*?([0-9]{1,9})$", "$1");
        var counted = digits.matches("[0-9]+") ? digits : "0000";
        var prefix = counted.equals(digits) ? last.substring(0, last.length() - digits.length()) : "N";
        for (int n = Integer.parseInt(counted) + 1; ; n++) {
            var number = prefix + ("%0" + counted.length() + "d").formatted(n);
            if (byLogin(number).isEmpty()) {
                return number;
            }
        }
    }

    /** Ids of today's departments, main one first. */
    public List<String> departments(String personId) {
        return standing(personId).map(Standing::departments).orElse(List.of());
    }

    @Transactional
    public void setPortrait(String personId, @Nullable String fileId) {
        rows.portrait(personId, fileId);
        events.publishEvent(new OrgEvent.PersonChanged(personId));
    }

    @Transactional
    public void changeContact(String personId, @Nullable String email, @Nullable String phone, String locale) {
        var person = get(personId);
        var cleanEmail = blankToNull(email);
        var cleanPhone = blankToNull(phone);
        check(person.name(), person.number(), cleanEmail, cleanPhone);
        if (!locale.equals("zh-CN") && !locale.equals("en")) {
            throw invalid("locale", "org:locale");
        }
        rows.contact(personId, cleanEmail, cleanPhone, locale);
        events.publishEvent(new OrgEvent.PersonChanged(personId));
    }

    /** Changes name and employee number. */
    @Transactional
    public void rename(String personId, String name, String number) {
        var person = get(personId);
        var cleanName = name.strip();
        var cleanNumber = number.strip();
        check(cleanName, cleanNumber, person.email(), person.phone());
        if (byLogin(cleanNumber).filter(other -> !other.id().equals(personId)).isPresent()) {
            throw invalid("number", "org:number-taken");
        }
        rows.rename(personId, cleanName, Pinyin.of(cleanName), cleanNumber, key(cleanNumber));
        events.publishEvent(new OrgEvent.PersonChanged(personId));
    }

    /** Marks somebody as having left, or as employed again. */
    @Transactional
    public void setPresent(String personId, boolean present) {
        if (rows.state(personId, present ? "employed" : "left") > 0) {
            events.publishEvent(present ? new OrgEvent.PersonChanged(personId) : new OrgEvent.PersonLeft(personId));
        }
    }

    private static void check(String name, String number, @Nullable String email, @Nullable String phone) {
        if (name.isEmpty() || name.codePointCount(0, name.length()) > 50) {
            throw invalid("name", "org:name-form");
        }
        if (number.isEmpty() || number.length() > 32) {
            throw invalid("number", "org:number-form");
        }
        if (email != null && (email.length() > 200 || !email.matches("[^@\\s]+@[^@\\s]+"))) {
            throw invalid("email", "org:email-form");
        }
        if (phone != null && !phone.matches("[0-9+() -]{3,40}")) {
            throw invalid("phone", "org:phone-form");
        }
    }

    private static Problem invalid(String field, String code) {
        return Problem.refused("kernel:invalid").field(field, code);
    }

    private static String key(String loginOrNumber) {
        return loginOrNumber.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
