package io.tongban.meeting;

import io.tongban.kernel.Problem;
import io.tongban.meeting.MeetingMapper.Booking;
import io.tongban.org.People;
import io.tongban.org.Person;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sees to it that a room is never booked twice, and says who has it and what is free instead. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RoomGuard {

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(20, 0);
    private static final int FEW = 4;

    private final Rooms rooms;
    private final MeetingMapper meetings;
    private final People people;
    private final MeetingWords words;

    RoomGuard(Rooms rooms, MeetingMapper meetings, People people, MeetingWords words) {
        this.rooms = rooms;
        this.meetings = meetings;
        this.people = people;
        this.words = words;
    }

    /** Locks the room and refuses a time that somebody else has; {@code meeting} does not stand in its own way. */
    void take(String roomId, LocalDateTime start, LocalDateTime end, String meeting, int seats) {
        var room = rooms.lock(roomId);
        var taken = meetings.overlapping(roomId, start, end, meeting);
        if (taken != null) {
            throw refusal(room, taken, start, end, meeting, seats);
        }
        if (!room.bookable()) {
            throw Problem.refused("meeting:room-closed", room.name())
                    .field("answers.room", "meeting:room-closed", room.name());
        }
    }

    /** Who has the room then, while nobody else can book it. */
    @Nullable
    Booking taken(Room room, LocalDateTime start, LocalDateTime end) {
        return meetings.overlapping(room.id(), start, end, "");
    }

    String holder(Booking taken) {
        return people.find(taken.organizerId()).map(Person::name).orElse("");
    }

    private Problem refusal(
            Room room, Booking taken, LocalDateTime start, LocalDateTime end, String meeting, int seats) {
        var name = room.name();
        var period = words.period(taken.startAt(), taken.endAt());
        var args = new Object[] {name, period, holder(taken), free(room, start, end, meeting, seats)};
        return Problem.conflict("meeting:room-taken", args)
                .field("answers.room", "meeting:room-taken-field", period, holder(taken));
    }

    /** Other rooms at that time, and other times of that day in the room. */
    private String free(Room room, LocalDateTime start, LocalDateTime end, String meeting, int seats) {
        var date = start.toLocalDate();
        var all = rooms.all().stream().filter(Room::bookable).toList();
        var bookings = meetings
                .bookings(date.atStartOfDay(), end.toLocalDate().plusDays(1).atStartOfDay())
                .stream()
                .filter(one -> !one.requestId().equals(meeting))
                .toList();
        var busy = bookings.stream()
                .filter(one -> one.endAt().isAfter(start) && one.startAt().isBefore(end))
                .map(Booking::roomId)
                .collect(Collectors.toSet());
        Predicate<Room> fits = one -> one.seats() >= seats;
        var others = all.stream()
                .filter(one -> !busy.contains(one.id()))
                .sorted(Comparator.comparing((Room one) -> !fits.test(one)).thenComparingInt(Room::seats))
                .limit(FEW)
                .toList();
        var gaps = gaps(
                bookings.stream().filter(one -> one.roomId().equals(room.id())).toList(), date);
        var said = new ArrayList<String>();
        said.add(
                others.isEmpty()
                        ? words.say("meeting.no-room-free")
                        : words.say("meeting.rooms-free", words.names(others)));
        if (!gaps.isEmpty()) {
            said.add(words.say("meeting.times-free", room.name(), words.day(date), words.gaps(gaps)));
        }
        return String.join("", said);
    }

    private static List<MeetingWords.Gap> gaps(List<Booking> taken, LocalDate date) {
        var gaps = new ArrayList<MeetingWords.Gap>();
        var from = date.atTime(OPENS);
        for (var one :
                taken.stream().sorted(Comparator.comparing(Booking::startAt)).toList()) {
            add(gaps, from, one.startAt(), date);
            from = one.endAt().isAfter(from) ? one.endAt() : from;
        }
        add(gaps, from, date.atTime(CLOSES), date);
        return gaps.stream().limit(FEW).toList();
    }

    private static void add(List<MeetingWords.Gap> gaps, LocalDateTime from, LocalDateTime to, LocalDate date) {
        var end = to.isAfter(date.atTime(CLOSES)) ? date.atTime(CLOSES) : to;
        if (from.toLocalDate().equals(date) && !from.plusMinutes(30).isAfter(end)) {
            gaps.add(new MeetingWords.Gap(from.toLocalTime(), end.toLocalTime()));
        }
    }
}
