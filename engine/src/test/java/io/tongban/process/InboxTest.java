package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ProductTest
@Transactional
class InboxTest {

    private static final Instant NOON = Instant.parse("2026-12-07T04:00:00Z");

    @Autowired
    InboxMapper inbox;

    @Autowired
    Names names;

    private final String me = Ids.next();
    private final List<String> inserted = new ArrayList<>();
    private final String request = Ids.next();

    @Test
    void counting_ends_where_nobody_looks_any_further() {
        for (int i = 0; i < 5; i++) {
            insert(Ids.next(), i % 2 == 0 ? me : "role:keepers", "todo", i);
        }
        insert(Ids.next(), me, "done", 9);
        var owners = List.of(me, "role:keepers");

        assertThat(inbox.count(owners, "todo", 1_000)).isEqualTo(5);
        assertThat(inbox.count(owners, "todo", 3)).isEqualTo(3);
        assertThat(inbox.count(List.of(me), "done", 1_000)).isOne();
    }

    @Test
    void each_owner_gives_the_newest_places_and_their_rows_are_read_afterwards() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            ids.add(Ids.next());
            insert(ids.get(i), me, "todo", i);
        }
        insert(ids.get(4), "role:keepers", "todo", 4);
        var owners = List.of(me, "role:keepers");

        var places = inbox.page(new InboxMapper.Query(owners, "todo", null, null, null, "newest", null, 3));
        assertThat(places)
                .extracting(Place::id)
                .containsExactlyInAnyOrder(ids.get(4), ids.get(3), ids.get(2), ids.get(4));
        assertThat(inbox.rows(List.of(ids.get(4), ids.get(3)), owners, "todo"))
                .extracting(InboxRow::id, InboxRow::owner)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(ids.get(4), me),
                        org.assertj.core.groups.Tuple.tuple(ids.get(4), "role:keepers"),
                        org.assertj.core.groups.Tuple.tuple(ids.get(3), me));

        var third = new Place(ids.get(2), me, NOON.plusSeconds(2), null, null);
        var older = inbox.page(new InboxMapper.Query(owners, "todo", null, null, null, "newest", third, 3));
        assertThat(older).extracting(Place::id).containsExactly(ids.get(1), ids.get(0));
    }

    @Test
    void a_page_is_filtered_by_process() {
        insert(Ids.next(), me, "todo", 1);

        assertThat(page("trial", null)).hasSize(1);
        assertThat(page("other", null)).isEmpty();
    }

    @Test
    void roles_have_names_and_one_that_is_unknown_has_its_key() {
        assertThat(names.roles(List.of("role:employee", me, "role:nobody-knows"), Locale.ENGLISH))
                .containsOnlyKeys("role:employee", "role:nobody-knows")
                .containsEntry("role:nobody-knows", "nobody-knows")
                .doesNotContainEntry("role:employee", "employee");
    }

    @Test
    void what_is_due_comes_first_and_what_has_no_deadline_last_page_by_page() {
        var ids = Stream.generate(Ids::next).limit(6).toList();
        insert(ids.get(0), me, "todo", 5, null);
        insert(ids.get(1), me, "todo", 4, NOON.plusSeconds(90));
        insert(ids.get(2), "role:keepers", "todo", 3, NOON.plusSeconds(60));
        insert(ids.get(3), me, "todo", 2, NOON.plusSeconds(90));
        insert(ids.get(4), "role:keepers", "todo", 1, null);
        insert(ids.get(5), me, "todo", 5, null);
        assertThat(walk("due")).containsExactly(2, 3, 1, 4, 0, 5);
        assertThat(walk("oldest")).containsExactly(4, 3, 2, 1, 0, 5);
        assertThat(walk("newest")).containsExactly(5, 0, 1, 2, 3, 4);
        assertThat(walk("process")).containsExactly(5, 0, 1, 2, 3, 4);
    }

    /** All places in one order, two at a time, as numbers of insertion. */
    private List<Integer> walk(String sort) {
        var owners = List.of(me, "role:keepers");
        var seen = new ArrayList<Integer>();
        Place after = null;
        do {
            var page = inbox.page(new InboxMapper.Query(owners, "todo", null, null, null, sort, after, 2)).stream()
                    .sorted(Place.order(sort))
                    .limit(2)
                    .toList();
            page.forEach(place -> seen.add(inserted.indexOf(place.id())));
            after = page.isEmpty() ? null : Place.of(page.get(page.size() - 1).cursor(sort), sort);
        } while (after != null);
        return seen;
    }

    @Test
    void words_are_counted_among_the_newest_only() {
        insert(Ids.next(), me, "todo", 1);
        assertThat(inbox.countOf(List.of(me), "todo", "trial", 10)).isOne();
        assertThat(inbox.countOf(List.of(me), "todo", "other", 10)).isZero();
        // There is no such request, so no words are found.
        assertThat(inbox.countFound(List.of(me, "role:keepers"), "todo", "trial", null, "%x%", 10))
                .isZero();
    }

    private List<Place> page(@Nullable String process, @Nullable String q) {
        return inbox.page(new InboxMapper.Query(List.of(me), "todo", process, q, null, "newest", null, 20));
    }

    private void insert(String id, String owner, String state, int seconds) {
        insert(id, owner, state, seconds, null);
    }

    private void insert(String id, String owner, String state, int seconds, @Nullable Instant due) {
        inserted.add(id);
        var at = NOON.plusSeconds(seconds);
        inbox.insert(List.of(new InboxRow(
                id,
                owner,
                state,
                at,
                request,
                "trial",
                "Task",
                at,
                due,
                50,
                1,
                null,
                null,
                null,
                "leader|1",
                id,
                null,
                null)));
    }
}
