package io.tongban.notify;

import io.tongban.kernel.Ids;
import io.tongban.org.OrgEvent;
import io.tongban.org.People;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes a mail for everybody with an address who wants one at once, to be sent after commit by {@link MailJob}. When it
 * is due is decided here, so that no restart and no other node decides it again.
 */
@Component
@ConditionalOnExpression(MailChannel.CONFIGURED)
class MailChannel implements NoticeChannel {

    static final String CONFIGURED = "!'${spring.mail.host:}'.isBlank()";

    private static final int ROWS_PER_INSERT = 100;

    private final People people;
    private final Preferences preferences;
    private final RestDays rest;
    private final MailText text;
    private final MailMapper mails;
    private final Clock clock;
    private final ZoneId company;

    MailChannel(
            People people,
            Preferences preferences,
            RestDays rest,
            MailText text,
            MailMapper mails,
            Clock clock,
            ZoneId company) {
        this.people = people;
        this.preferences = preferences;
        this.rest = rest;
        this.text = text;
        this.mails = mails;
        this.clock = clock;
        this.company = company;
    }

    @Override
    public void deliver(Notice notice, Collection<String> to) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var group = NoticeGroup.of(notice.kind());
        var chosen = preferences.of(to);
        var wanting = to.stream()
                .filter(id -> chosen.getOrDefault(id, Preference.STANDARD).of(group) == MailChoice.ONCE)
                .toList();
        var words = new HashMap<Locale, MailText.Written>();
        var written = new ArrayList<MailRow>();
        for (var person : people.byIds(wanting).values()) {
            var email = person.email();
            if (person.present() && email != null && !email.isBlank()) {
                var due = chosen.getOrDefault(person.id(), Preference.STANDARD)
                        .due(notice.kind(), now, company, rest::rests);
                var mail = words.computeIfAbsent(MailText.locale(person), locale -> text.of(notice, locale));
                written.add(mail(person.id(), email, mail, due, now));
            }
        }
        for (int from = 0; from < written.size(); from += ROWS_PER_INSERT) {
            mails.insert(written.subList(from, Math.min(written.size(), from + ROWS_PER_INSERT)));
        }
    }

    /** What still waits is no longer for somebody who has left. */
    @EventListener
    void on(OrgEvent.PersonLeft left) {
        mails.forgetWaiting(left.personId());
    }

    static MailRow mail(String recipient, String address, MailText.Written words, Instant due, Instant now) {
        return new MailRow(
                Ids.next(),
                recipient,
                address,
                words.subject(),
                words.text(),
                words.html(),
                MailRow.WAITING,
                due,
                0,
                now);
    }
}
