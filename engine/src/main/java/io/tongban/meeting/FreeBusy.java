package io.tongban.meeting;

import io.tongban.calendar.CalendarEntries;
import io.tongban.calendar.CalendarEntry;
import io.tongban.kernel.OneOf;
import io.tongban.meeting.MeetingMapper.Booking;
import io.tongban.meeting.MeetingMapper.Shown;
import io.tongban.org.People;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When people and rooms are busy, as a colleague may know it: what is private is only busy. */
@Component
@Transactional(readOnly = true)
class FreeBusy {

    /** A topic only where it is no secret from the reader. */
    record Span(
            LocalDateTime start,
            LocalDateTime end,
            @OneOf({"meeting", "away", "busy"}) String kind,
            @Nullable String topic,
            @Nullable String meeting) {}

    record PersonDay(MeetingController.PersonRef person, List<Span> spans) {}

    record RoomDay(Room room, List<Taken> bookings) {}

    record Taken(
            LocalDateTime start,
            LocalDateTime end,
            @Nullable String topic,
            MeetingController.PersonRef organizer,
            @Nullable String meeting) {}

    private final CalendarEntries entries;
    private final MeetingMapper meetings;
    private final Rooms rooms;
    private final People people;

    FreeBusy(CalendarEntries entries, MeetingMapper meetings, Rooms rooms, People people) {
        this.entries = entries;
        this.meetings = meetings;
        this.rooms = rooms;
        this.people = people;
    }

    /** What people do on the days from one date to another, both included; {@code except} is left out. */
    List<PersonDay> people(String reader, List<String> ids, LocalDate from, LocalDate to, String except) {
        var found = entries.ofAll(ids, from.atStartOfDay(), to.plusDays(1).atStartOfDay()).stream()
                .filter(entry -> !entry.about().id().equals(except))
                .toList();
        var shown = shown(
                found.stream()
                        .filter(FreeBusy::meeting)
                        .map(entry -> entry.about().id())
                        .distinct()
                        .toList(),
                reader);
        var spans = found.stream()
                .collect(Collectors.groupingBy(
                        CalendarEntry::personId,
                        Collectors.mapping(
                                entry -> span(entry, shown.get(entry.about().id()), reader), Collectors.toList())));
        var names = people.byIds(ids);
        return ids.stream()
                .distinct()
                .filter(names::containsKey)
                .map(id -> new PersonDay(
                        MeetingController.PersonRef.of(id, names.get(id)), spans.getOrDefault(id, List.of())))
                .toList();
    }

    /** All rooms with what they are booked for on a day. */
    List<RoomDay> rooms(String reader, LocalDate date) {
        var all = rooms.all();
        var bookings = meetings.bookings(date.atStartOfDay(), date.plusDays(1).atStartOfDay());
        var shown = shown(bookings.stream().map(Booking::requestId).toList(), reader);
        var names = people.byIds(
                bookings.stream().map(Booking::organizerId).distinct().toList());
        var taken = bookings.stream()
                .collect(Collectors.groupingBy(
                        Booking::roomId,
                        Collectors.mapping(one -> taken(one, shown.get(one.requestId()), names), Collectors.toList())));
        return all.stream()
                .map(room -> new RoomDay(room, taken.getOrDefault(room.id(), List.of())))
                .toList();
    }

    private static Taken taken(Booking one, @Nullable Shown known, Map<String, io.tongban.org.Person> names) {
        var joined = known != null && known.joined();
        return new Taken(
                one.startAt(),
                one.endAt(),
                joined || !one.confidential() ? one.topic() : null,
                MeetingController.PersonRef.of(one.organizerId(), names.get(one.organizerId())),
                joined ? one.requestId() : null);
    }

    private Map<String, Shown> shown(Collection<String> ids, String reader) {
        var all = List.copyOf(ids);
        var shown = new HashMap<String, Shown>();
        for (int from = 0; from < all.size(); from += MeetingMapper.PAGE) {
            meetings.shown(all.subList(from, Math.min(from + MeetingMapper.PAGE, all.size())), reader)
                    .forEach(one -> shown.put(one.requestId(), one));
        }
        return shown;
    }

    private static Span span(CalendarEntry entry, @Nullable Shown known, String reader) {
        var own = entry.personId().equals(reader);
        if (known != null) {
            var joined = known.joined() || own;
            return new Span(
                    entry.start(),
                    entry.end(),
                    "meeting",
                    joined || !known.confidential() ? known.topic() : null,
                    joined ? known.requestId() : null);
        }
        return new Span(entry.start(), entry.end(), entry.away() ? "away" : "busy", null, null);
    }

    private static boolean meeting(CalendarEntry entry) {
        return entry.about().type().equals(Invitations.REF);
    }
}
