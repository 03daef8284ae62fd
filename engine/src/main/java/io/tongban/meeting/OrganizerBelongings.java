package io.tongban.meeting;

import io.tongban.kernel.Texts;
import io.tongban.process.Belongings;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Coming meetings that somebody organizes; they are cancelled when that person leaves. */
@Component
class OrganizerBelongings implements Belongings {

    private final MeetingMapper rows;
    private final MeetingRules rules;
    private final Texts texts;

    OrganizerBelongings(MeetingMapper rows, MeetingRules rules, Texts texts) {
        this.rows = rows;
        this.rules = rules;
        this.texts = texts;
    }

    @Override
    public List<Belonging> of(String personId, Locale locale) {
        var kind = texts.get(locale, "belonging.meeting.organizer");
        return rows.organizedAfter(personId, rules.now(), "", MeetingMapper.PAGE).stream()
                .map(rows::find)
                .filter(Objects::nonNull)
                .map(meeting -> new Belonging(kind, meeting.topic(), "/meetings/" + meeting.requestId()))
                .toList();
    }
}
