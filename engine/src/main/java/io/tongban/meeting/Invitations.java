package io.tongban.meeting;

import io.tongban.calendar.CalendarEntries;
import io.tongban.calendar.CalendarEntry;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Span;
import io.tongban.notify.Hints;
import io.tongban.notify.Notice;
import io.tongban.notify.Notifications;
import io.tongban.org.People;
import io.tongban.org.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What reaches people of a meeting: their calendars, notices, and hints to open pages. */
@Component
class Invitations {

    static final String REF = "meeting.meeting";

    private final CalendarEntries entries;
    private final Notifications notifications;
    private final Hints hints;
    private final Rooms rooms;
    private final People people;

    Invitations(CalendarEntries entries, Notifications notifications, Hints hints, Rooms rooms, People people) {
        this.entries = entries;
        this.notifications = notifications;
        this.hints = hints;
        this.rooms = rooms;
        this.people = people;
    }

    /** Enters the meeting in the calendars of these people, or changes what stands there. */
    void enter(MeetingRow meeting, Collection<String> ids) {
        var about = new BusinessRef(REF, meeting.requestId());
        entries.putAll(ids.stream()
                .map(id -> new CalendarEntry(
                        about,
                        id,
                        "meeting",
                        meeting.topic(),
                        meeting.topic(),
                        meeting.startAt(),
                        meeting.endAt(),
                        false,
                        link(meeting)))
                .toList());
        hint(meeting, ids);
    }

    void clear(MeetingRow meeting, Collection<String> ids) {
        ids.forEach(id -> entries.remove(new BusinessRef(REF, meeting.requestId()), id));
        hint(meeting, ids);
    }

    void clear(MeetingRow meeting) {
        entries.remove(new BusinessRef(REF, meeting.requestId()));
    }

    void tell(MeetingRow meeting, Collection<String> ids, String kind, Object... args) {
        if (!ids.isEmpty()) {
            notifications.send(new Notice(
                    ids, "meeting." + kind, List.of(args), link(meeting), new BusinessRef(REF, meeting.requestId())));
            hint(meeting, ids);
        }
    }

    void hint(MeetingRow meeting, Collection<String> ids) {
        hints.send(ids, "meetings", "calendar", "meetings/" + meeting.requestId());
    }

    static Span when(MeetingRow meeting) {
        return new Span(meeting.startAt(), meeting.endAt());
    }

    String where(MeetingRow meeting) {
        return MeetingWords.place(rooms.find(meeting.roomId()), meeting.online());
    }

    String name(String personId) {
        return people.find(personId).map(Person::name).orElse("");
    }

    static List<String> without(Collection<String> ids, String person) {
        var others = new ArrayList<>(ids);
        others.remove(person);
        return others;
    }

    private static String link(MeetingRow meeting) {
        return "/meetings/" + meeting.requestId();
    }
}
