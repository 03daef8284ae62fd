package io.tongban.meeting;

import io.tongban.file.FileReaders;
import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.process.Requests;
import org.springframework.stereotype.Component;

/** Files that were distributed with the minutes are for everybody who took part, as the minutes are. */
@Component
class MinutesReaders implements FileReaders {

    private final MeetingMapper meetings;
    private final AttendeeMapper attendees;

    MinutesReaders(MeetingMapper meetings, AttendeeMapper attendees) {
        this.meetings = meetings;
        this.attendees = attendees;
    }

    @Override
    public String ownerType() {
        return Requests.OWNER_TYPE;
    }

    /** Not every file of the request: what the host left out stays with those who wrote it. */
    @Override
    public boolean mayRead(Actor actor, BusinessRef owner) {
        return false;
    }

    @Override
    public boolean mayRead(Actor actor, BusinessRef owner, String fileId) {
        var meeting = meetings.find(owner.id());
        return meeting != null
                && meeting.minutesFileIds().contains(fileId)
                && attendees.find(owner.id(), actor.id()) != null;
    }
}
