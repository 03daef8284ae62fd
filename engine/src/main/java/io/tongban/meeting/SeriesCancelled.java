package io.tongban.meeting;

import io.tongban.kernel.Actor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells each guest of a cancelled series once, and only of the dates to which they were invited. */
@Component
class SeriesCancelled {

    private static final int FEW = 6;

    private final AttendeeMapper attendees;
    private final Invitations invitations;

    SeriesCancelled(AttendeeMapper attendees, Invitations invitations) {
        this.attendees = attendees;
        this.invitations = invitations;
    }

    /** @param why empty when no reason was given */
    void tell(Actor organizer, List<MeetingRow> cancelled, String why) {
        var invited = new LinkedHashMap<String, List<MeetingRow>>();
        cancelled.stream()
                .sorted(Comparator.comparing(MeetingRow::startAt))
                .forEach(meeting -> attendees
                        .of(meeting.requestId())
                        .forEach(guest -> invited.computeIfAbsent(guest.personId(), id -> new ArrayList<>())
                                .add(meeting)));
        invited.remove(organizer.id());
        // Whoever had the same dates gets the same words.
        var together = new LinkedHashMap<List<MeetingRow>, List<String>>();
        invited.forEach((guest, dates) ->
                together.computeIfAbsent(dates, list -> new ArrayList<>()).add(guest));
        together.forEach((dates, guests) -> tell(organizer, dates, dates.size() == cancelled.size(), guests, why));
    }

    private void tell(Actor organizer, List<MeetingRow> dates, boolean all, List<String> guests, String why) {
        var first = dates.get(0);
        var kind = dates.size() == 1 ? "cancelled" : all ? "series-cancelled" : "dates-cancelled";
        Object when = dates.size() == 1 || all
                ? Invitations.when(first)
                : dates.stream().limit(FEW).map(Invitations::when).toList();
        invitations.tell(
                first,
                guests,
                why.isBlank() ? kind : kind + "-because",
                organizer.name(),
                first.topic(),
                when,
                why,
                dates.size());
    }
}
