package io.tongban.meeting;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rooms for everybody who looks for one, and for the office that looks after them. */
@RestController
@RequestMapping("/api/rooms")
class RoomController {

    record RoomItem(
            String id,
            String name,
            String place,
            int seats,
            List<String> equipment,
            @Nullable String note,
            boolean bookable,
            List<FreeBusy.Taken> bookings) {}

    record RoomBody(
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String place,
            @Nullable Integer seats,
            @Nullable List<String> equipment,
            @Nullable String note,
            @Nullable Boolean bookable) {

        Room room() {
            return new Room(
                    "",
                    name == null ? "" : name,
                    nameEn,
                    place == null ? "" : place,
                    seats == null ? 0 : seats,
                    equipment == null
                            ? List.of()
                            : equipment.stream().map(String::valueOf).toList(),
                    note,
                    !Boolean.FALSE.equals(bookable));
        }
    }

    private final Rooms rooms;
    private final FreeBusy freeBusy;
    private final Clock clock;
    private final ZoneId zone;

    RoomController(Rooms rooms, FreeBusy freeBusy, Clock clock, ZoneId zone) {
        this.rooms = rooms;
        this.freeBusy = freeBusy;
        this.clock = clock;
        this.zone = zone;
    }

    /** All rooms with who has them on a day, today by default. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping
    Page<RoomItem> day(Actor actor, @RequestParam(required = false) @Nullable LocalDate date) {
        var day = date == null ? LocalDate.now(clock.withZone(zone)) : date;
        if (day.getYear() < 2000 || day.getYear() > 2199) {
            throw Problem.malformed("kernel:malformed");
        }
        var locale = LocaleContextHolder.getLocale();
        return Page.all(freeBusy.rooms(actor.id(), day).stream()
                .map(one -> new RoomItem(
                        one.room().id(),
                        one.room().name(locale),
                        one.room().place(),
                        one.room().seats(),
                        one.room().equipment(),
                        one.room().note(),
                        one.room().bookable(),
                        one.bookings()))
                .toList());
    }

    /** The rooms as they were entered, with both names. */
    @Endpoint("calendar.manage")
    @GetMapping("/all")
    Page<Room> all() {
        return Page.all(rooms.all());
    }

    @Endpoint("calendar.manage")
    @PostMapping
    ResponseEntity<Room> add(@RequestBody RoomBody body) {
        var made = rooms.add(body.room());
        return ResponseEntity.created(URI.create("/api/rooms/" + made.id())).body(made);
    }

    @Endpoint("calendar.manage")
    @PutMapping("/{id}")
    Room change(@PathVariable String id, @RequestBody RoomBody body) {
        return rooms.change(id, body.room());
    }
}
