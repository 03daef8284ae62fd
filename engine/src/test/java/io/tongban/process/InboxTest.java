package io.tongban.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

        var places = inbox.page(new InboxMapper.Query(owners, "todo", null, null, null, null, 3));
        assertThat(places)
                .extracting(InboxMapper.Place::id)
                .containsExactlyInAnyOrder(ids.get(4), ids.get(3), ids.get(2), ids.get(4));
        assertThat(inbox.rows(List.of(ids.get(4), ids.get(3)), owners, "todo"))
                .extracting(InboxRow::id, InboxRow::owner)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(ids.get(4), me),
                        org.assertj.core.groups.Tuple.tuple(ids.get(4), "role:keepers"),
                        org.assertj.core.groups.Tuple.tuple(ids.get(3), me));

        var older = inbox.page(new InboxMapper.Query(owners, "todo", null, null, NOON.plusSeconds(2), ids.get(2), 3));
        assertThat(older).extracting(InboxMapper.Place::id).containsExactly(ids.get(1), ids.get(0));
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

    private List<InboxMapper.Place> page(@Nullable String process, @Nullable String q) {
        return inbox.page(new InboxMapper.Query(List.of(me), "todo", process, q, null, null, 20));
    }

    private void insert(String id, String owner, String state, int seconds) {
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
                null,
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
