package io.tongban.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongban.ProductTest;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ProductTest
@Transactional
class CalendarEntriesTest {

    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-12-07T09:00");

    @Autowired
    CalendarEntries entries;

    private final String chen = Ids.next();
    private final String zhao = Ids.next();

    @Test
    void a_second_entry_for_the_same_thing_replaces_the_first() {
        var about = new BusinessRef("leave.request", Ids.next());

        entries.put(entry(about, chen, MONDAY, MONDAY.plusDays(3)));
        entries.put(entry(about, chen, MONDAY, MONDAY.plusDays(1)));

        assertThat(of(chen)).singleElement().satisfies(e -> assertThat(e.end()).isEqualTo(MONDAY.plusDays(1)));
    }

    @Test
    void what_was_removed_is_gone_and_can_be_removed_again() {
        var about = new BusinessRef("leave.request", Ids.next());
        entries.put(entry(about, chen, MONDAY, MONDAY.plusDays(1)));

        entries.remove(about);
        entries.remove(about);

        assertThat(of(chen)).isEmpty();
    }

    @Test
    void entries_that_only_touch_the_edge_are_not_shown() {
        entries.put(entry(new BusinessRef("leave.request", Ids.next()), chen, MONDAY, MONDAY.plusHours(9)));

        assertThat(entries.of(chen, MONDAY.plusHours(9), MONDAY.plusDays(1))).isEmpty();
        assertThat(entries.of(chen, MONDAY.minusDays(1), MONDAY)).isEmpty();
        assertThat(entries.of(chen, MONDAY.plusHours(8), MONDAY.plusHours(10))).hasSize(1);
    }

    @Test
    void nothing_of_anybody_is_left_out_however_many_and_however_busy_they_are() {
        var many = IntStream.range(0, 30).mapToObj(i -> Ids.next()).toList();
        many.forEach(person ->
                entries.put(entry(new BusinessRef("leave.request", Ids.next()), person, MONDAY, MONDAY.plusHours(1))));
        // More than two pages of one person, many of them ending at the same moment.
        entries.putAll(IntStream.range(0, 2_100)
                .mapToObj(i -> entry(
                        new BusinessRef("meeting.meeting", Ids.next()), chen, MONDAY, MONDAY.plusMinutes(1 + i / 700)))
                .toList());

        var people = new ArrayList<>(many);
        people.add(chen);
        people.add(chen);
        var found = entries.ofAll(people, MONDAY.minusDays(1), MONDAY.plusDays(1));

        assertThat(found).hasSize(2_130);
        var ofChen =
                found.stream().filter(entry -> entry.personId().equals(chen)).toList();
        assertThat(ofChen).hasSize(2_100).isSortedAccordingTo(Comparator.comparing(CalendarEntry::end));
        assertThat(ofChen).extracting(CalendarEntry::about).doesNotHaveDuplicates();
        assertThat(entries.ofAll(List.of(), MONDAY, MONDAY.plusDays(1))).isEmpty();
    }

    @Test
    void absences_come_page_by_page_and_only_of_those_asked_for() {
        for (int i = 0; i < 5; i++) {
            entries.put(
                    entry(new BusinessRef("leave.request", Ids.next()), chen, MONDAY.plusDays(i), MONDAY.plusDays(9)));
        }
        entries.put(entry(new BusinessRef("leave.request", Ids.next()), zhao, MONDAY, MONDAY.plusDays(9)));

        var first = entries.away(MONDAY, MONDAY.plusDays(9), List.of(chen), null, 3);
        var second = entries.away(MONDAY, MONDAY.plusDays(9), List.of(chen), first.next(), 3);

        assertThat(first.items()).hasSize(3).allMatch(e -> e.personId().equals(chen));
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        assertThat(entries.away(MONDAY, MONDAY.plusDays(9), List.of(), null, 3).items())
                .isEmpty();
        assertThat(entries.away(MONDAY, MONDAY.plusDays(9), null, null, 50).items())
                .extracting(CalendarEntry::personId)
                .contains(chen, zhao);
    }

    private List<CalendarEntry> of(String person) {
        return entries.of(person, MONDAY.minusDays(1), MONDAY.plusDays(10));
    }

    private static CalendarEntry entry(BusinessRef about, String person, LocalDateTime start, LocalDateTime end) {
        return new CalendarEntry(
                about, person, "leave", "年假", "Annual leave", start, end, true, "/requests/" + about.id());
    }
}
