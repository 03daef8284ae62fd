package io.tongban.meeting;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Texts;
import io.tongban.org.OrgEvent;
import io.tongban.process.Requests;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Coming meetings of somebody who leaves are cancelled: nobody else could, and their rooms would stay taken. */
@Component
class OrganizerLeaves {

    private final MeetingMapper rows;
    private final MeetingRules rules;
    private final Requests requests;
    private final Texts texts;

    OrganizerLeaves(MeetingMapper rows, MeetingRules rules, Requests requests, Texts texts) {
        this.rows = rows;
        this.rules = rules;
        this.requests = requests;
        this.texts = texts;
    }

    @EventListener
    @Transactional
    public void on(OrgEvent.PersonLeft left) {
        var why = texts.get(Locale.SIMPLIFIED_CHINESE, "meeting.organizer-left");
        var now = rules.now();
        var page = rows.organizedAfter(left.personId(), now, "", MeetingMapper.PAGE);
        while (!page.isEmpty()) {
            page.forEach(id -> requests.signal(Actor.SYSTEM, id, "meeting.cancelled", Map.of("reason", why), why));
            page = rows.organizedAfter(left.personId(), now, page.get(page.size() - 1), MeetingMapper.PAGE);
        }
    }
}
