package io.tongban.org;

import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What colleagues see of each other: the tree, the search, the card. */
@Service
class Contacts {

    private static final int MOST = 100;

    record Named(String id, String name) {}

    record DepartmentItem(
            String id, @Nullable String parentId, String name, int sort, List<Named> heads, int members) {}

    record PersonItem(
            String id,
            String name,
            String number,
            @Nullable String position,
            @Nullable Named department,
            @Nullable String portrait) {}

    record CardDepartment(String id, String name, @Nullable String position, boolean main, boolean head) {}

    record Card(
            String id,
            String account,
            String name,
            String number,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String portrait,
            boolean present,
            List<CardDepartment> departments,
            @Nullable Named leader) {}

    private final PersonMapper people;
    private final DepartmentMapper rows;
    private final People persons;
    private final Departments departments;
    private final Clock clock;

    Contacts(PersonMapper people, DepartmentMapper rows, People persons, Departments departments, Clock clock) {
        this.people = people;
        this.rows = rows;
        this.persons = persons;
        this.departments = departments;
        this.clock = clock;
    }

    /** The whole tree; members are counted with sub-departments, each person once. */
    List<DepartmentItem> tree() {
        var now = clock.instant();
        var all = rows.all();
        var heads = rows.allHeads(now);
        var names = persons.byIds(
                heads.stream().map(DepartmentMapper.Link::personId).collect(Collectors.toSet()));
        Map<String, List<Named>> headsOf = heads.stream()
                .collect(Collectors.groupingBy(
                        DepartmentMapper.Link::departmentId,
                        Collectors.mapping(h -> named(names, h.personId()), Collectors.toList())));
        var members = membersWithin(all);
        return all.stream()
                .map(d -> new DepartmentItem(
                        d.id(),
                        d.parentId(),
                        d.name(),
                        d.sort(),
                        headsOf.getOrDefault(d.id(), List.of()),
                        members.getOrDefault(d.id(), Set.of()).size()))
                .toList();
    }

    private Map<String, Set<String>> membersWithin(List<Department> all) {
        var parents = new HashMap<String, String>();
        all.stream().filter(d -> d.parentId() != null).forEach(d -> parents.put(d.id(), String.valueOf(d.parentId())));
        var members = new HashMap<String, Set<String>>();
        for (var link : rows.allMembers(clock.instant())) {
            var department = link.departmentId();
            while (department != null
                    && members.computeIfAbsent(department, d -> new HashSet<>()).add(link.personId())) {
                department = parents.get(department);
            }
        }
        return members;
    }

    /** Present people in the order their names sound; search by name, pinyin, initials, number or login name. */
    Page<PersonItem> search(@Nullable String query, @Nullable String department, @Nullable String cursor, int limit) {
        var size = Math.min(Math.max(limit, 1), MOST);
        var after = cursor == null ? null : decode(cursor);
        var plain = query == null || query.isBlank() ? null : query.strip().toLowerCase(Locale.ROOT);
        var like = plain == null ? null : "%" + escape(plain) + "%";
        var syllables = plain == null ? "" : plain.replaceAll("[\\s'-]", "");
        var sound = syllables.isEmpty() ? like : "%" + escape(syllables) + "%";
        var within = department == null ? null : departments.within(department);
        var found = people.search(
                like,
                sound,
                within,
                after == null ? null : after.get(0),
                after == null ? null : after.get(1),
                clock.instant(),
                size + 1);
        return Page.of(found, size, Contacts::cursor).map(Contacts::item);
    }

    Card card(String id) {
        var person = persons.get(id);
        var leader = persons.leader(id).flatMap(persons::find).map(l -> new Named(l.id(), l.name()));
        var memberships = departments.of(id).stream()
                .map(m -> new CardDepartment(m.departmentId(), m.name(), m.position(), m.main(), m.head()))
                .toList();
        return new Card(
                person.id(),
                person.account(),
                person.name(),
                person.number(),
                person.email(),
                person.phone(),
                person.portrait(),
                person.present(),
                memberships,
                leader.orElse(null));
    }

    private static PersonItem item(Person p) {
        var department = p.departmentId() == null || p.departmentName() == null
                ? null
                : new Named(p.departmentId(), p.departmentName());
        return new PersonItem(p.id(), p.name(), p.number(), p.position(), department, p.portrait());
    }

    private static Named named(Map<String, Person> names, String id) {
        return new Named(id, Objects.requireNonNull(names.get(id)).name());
    }

    private static String cursor(Person last) {
        var text = Pinyin.of(last.name()).full() + "\n" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> decode(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = new ArrayList<>(List.of(text.split("\n", -1)));
            if (parts.size() == 2) {
                return parts;
            }
        } catch (IllegalArgumentException unreadable) {
            throw Problem.malformed("kernel:malformed");
        }
        throw Problem.malformed("kernel:malformed");
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
