package io.tongban.meeting;

import io.tongban.file.Files;
import io.tongban.file.StoredFile;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.meeting.MeetingController.Guest;
import io.tongban.meeting.MeetingController.Item;
import io.tongban.meeting.MeetingController.Meeting;
import io.tongban.meeting.MeetingController.PersonRef;
import io.tongban.meeting.MeetingController.Point;
import io.tongban.meeting.MeetingController.RoomRef;
import io.tongban.meeting.MeetingController.Task;
import io.tongban.meeting.MeetingMapper.Listed;
import io.tongban.org.People;
import io.tongban.org.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Meetings with the names of their people and rooms. */
@Component
class MeetingViews {

    private static final TypeReference<List<Asked.Item>> AGENDA = new TypeReference<>() {};

    private final Rooms rooms;
    private final People people;
    private final Files files;
    private final MeetingRules rules;
    private final JsonMapper json;

    MeetingViews(Rooms rooms, People people, Files files, MeetingRules rules, JsonMapper json) {
        this.rooms = rooms;
        this.people = people;
        this.files = files;
        this.rules = rules;
        this.json = json;
    }

    Page<Item> items(Page<Listed> page) {
        var names = people.byIds(
                page.items().stream().map(Listed::organizerId).distinct().toList());
        var known = rooms.all().stream().collect(Collectors.toMap(Room::id, Function.identity()));
        var locale = LocaleContextHolder.getLocale();
        return page.map(one -> new Item(
                one.requestId(),
                one.number(),
                one.topic(),
                one.startAt(),
                one.endAt(),
                one.roomId() == null || !known.containsKey(one.roomId())
                        ? null
                        : known.get(one.roomId()).name(locale),
                one.online(),
                PersonRef.of(one.organizerId(), names.get(one.organizerId())),
                one.state().toLowerCase(Locale.ROOT),
                one.answer(),
                one.seriesId() != null,
                one.minuted()));
    }

    Meeting whole(Meetings.Whole whole, Actor reader) {
        var meeting = whole.meeting();
        var agenda = json.readValue(meeting.agenda(), AGENDA);
        var ids = new LinkedHashSet<String>(List.of(meeting.organizerId(), meeting.recorderId()));
        whole.attendees().forEach(one -> ids.add(one.personId()));
        agenda.stream().map(Asked.Item::who).filter(who -> who != null).forEach(ids::add);
        whole.followUps().stream()
                .map(AttendeeMapper.FollowUp::whoId)
                .filter(who -> who != null)
                .forEach(ids::add);
        var names = people.byIds(ids);
        return new Meeting(
                meeting.requestId(),
                meeting.number(),
                meeting.topic(),
                meeting.purpose(),
                meeting.startAt(),
                meeting.endAt(),
                room(meeting.roomId()),
                meeting.online(),
                PersonRef.of(meeting.organizerId(), names.get(meeting.organizerId())),
                PersonRef.of(meeting.recorderId(), names.get(meeting.recorderId())),
                guests(whole, names),
                agenda.stream()
                        .map(point ->
                                new Point(String.valueOf(point.what()), point.minutes(), person(point.who(), names)))
                        .toList(),
                meeting.confidential(),
                meeting.minutesWanted(),
                state(meeting),
                meeting.minutesAt() == null ? null : meeting.minutes(),
                minutesFiles(meeting),
                meeting.minutesAt(),
                whole.followUps().stream()
                        .map(one -> new Task(one.id(), one.what(), person(one.whoId(), names), one.due()))
                        .toList(),
                whole.series(),
                deeds(whole, reader));
    }

    private List<StoredFile> minutesFiles(MeetingRow meeting) {
        var ids = meeting.minutesFileIds();
        var known = files.byIds(ids);
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    private static List<Guest> guests(Meetings.Whole whole, Map<String, Person> names) {
        var organizer = whole.meeting().organizerId();
        return whole.attendees().stream()
                .map(one -> {
                    var person = names.get(one.personId());
                    return new Guest(
                            PersonRef.of(one.personId(), person),
                            person == null ? null : person.departmentName(),
                            one.answer(),
                            one.remark(),
                            one.answeredAt());
                })
                .sorted(Comparator.comparing(
                                (Guest guest) -> !guest.person().id().equals(organizer))
                        .thenComparing(guest -> guest.person().name()))
                .toList();
    }

    private @Nullable RoomRef room(@Nullable String id) {
        var room = rooms.find(id);
        return room == null
                ? null
                : new RoomRef(room.id(), room.name(LocaleContextHolder.getLocale()), room.place(), room.seats());
    }

    private static @Nullable PersonRef person(@Nullable String id, Map<String, Person> names) {
        return id == null || id.isBlank() ? null : PersonRef.of(id, names.get(id));
    }

    private String state(MeetingRow meeting) {
        if (!meeting.booked()) {
            return "cancelled";
        }
        var now = rules.now();
        return meeting.startAt().isAfter(now) ? "booked" : meeting.endAt().isAfter(now) ? "running" : "held";
    }

    private List<String> deeds(Meetings.Whole whole, Actor reader) {
        var meeting = whole.meeting();
        var deeds = new ArrayList<String>();
        if (meeting.booked() && meeting.startAt().isAfter(rules.now())) {
            if (meeting.organizerId().equals(reader.id())) {
                deeds.addAll(List.of("change", "cancel"));
            } else {
                deeds.add("answer");
            }
        }
        return deeds;
    }
}
