package io.tongban.meeting;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Problem;
import io.tongban.process.FieldSource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Meeting rooms with their seats and equipment. */
@Service
public class Rooms implements FieldSource {

    static final Set<String> EQUIPMENT = Set.of("screen", "projector", "video", "phone", "whiteboard");
    private static final int MOST_SEATS = 1000;

    private final RoomMapper rows;
    private final MeetingWords words;
    private final Clock clock;

    Rooms(RoomMapper rows, MeetingWords words, Clock clock) {
        this.rows = rows;
        this.words = words;
        this.clock = clock;
    }

    /** All rooms, the small ones first. */
    public List<Room> all() {
        return rows.all().stream().map(RoomMapper.Row::room).toList();
    }

    @Transactional
    public Room add(Room room) {
        var row = checked(room, Ids.next());
        try {
            rows.insert(row);
        } catch (DuplicateKeyException known) {
            throw sameName(row.name());
        }
        return row.room();
    }

    @Transactional
    public Room change(String id, Room room) {
        if (rows.lock(id) == null) {
            throw Problem.notFound();
        }
        var row = checked(room, id);
        try {
            rows.update(row);
        } catch (DuplicateKeyException known) {
            throw sameName(row.name());
        }
        return row.room();
    }

    @Nullable
    Room find(@Nullable String id) {
        var row = id == null ? null : rows.find(id);
        return row == null ? null : row.room();
    }

    /** The room for somebody who books it: everybody else waits until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Room lock(String id) {
        var row = rows.lock(id);
        if (row == null) {
            throw Problem.refused("kernel:invalid").field("answers.room", "meeting:room-unknown");
        }
        return row.room();
    }

    @Override
    public String key() {
        return "meeting.rooms";
    }

    @Override
    public List<Option> options(Actor actor) {
        var locale = LocaleContextHolder.getLocale();
        return all().stream()
                .filter(Room::bookable)
                .map(room -> new Option(room.id(), words.seats(locale, room)))
                .toList();
    }

    private RoomMapper.Row checked(Room room, String id) {
        var problem = Problem.refused("kernel:invalid");
        if (room.name().isBlank() || room.name().length() > 60) {
            problem.field("name", "meeting:room-name");
        }
        if (room.place().isBlank() || room.place().length() > 100) {
            problem.field("place", "meeting:room-place");
        }
        if (room.seats() < 1 || room.seats() > MOST_SEATS) {
            problem.field("seats", "meeting:room-seats", MOST_SEATS);
        }
        if (!EQUIPMENT.containsAll(room.equipment())) {
            problem.field("equipment", "meeting:room-equipment");
        }
        if (room.note() != null && room.note().length() > 200) {
            problem.field("note", "meeting:room-note", 200);
        }
        if (room.nameEn() != null && room.nameEn().length() > 60) {
            problem.field("nameEn", "meeting:room-name");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return new RoomMapper.Row(
                id,
                room.name().strip(),
                blank(room.nameEn()),
                room.place().strip(),
                room.seats(),
                String.join(",", room.equipment().stream().distinct().sorted().toList()),
                blank(room.note()),
                room.bookable(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Problem sameName(String name) {
        return Problem.refused("kernel:invalid").field("name", "meeting:room-name-taken", name);
    }
}
