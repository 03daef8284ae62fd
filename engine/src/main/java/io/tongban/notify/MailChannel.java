package io.tongban.notify;

import io.tongban.kernel.Ids;
import io.tongban.kernel.Texts;
import io.tongban.org.People;
import io.tongban.org.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Writes a mail for everybody with an address, to be sent after commit by {@link MailJob}. */
@Component
@ConditionalOnExpression(MailChannel.CONFIGURED)
class MailChannel implements NoticeChannel {

    static final String CONFIGURED = "!'${spring.mail.host:}'.isBlank()";

    private static final int ROWS_PER_INSERT = 100;

    private final People people;
    private final NoticeText sentences;
    private final Texts texts;
    private final MailMapper mails;
    private final Clock clock;
    private final String address;

    MailChannel(
            People people,
            NoticeText sentences,
            Texts texts,
            MailMapper mails,
            Clock clock,
            @Value("${tongban.public-url}") String address) {
        this.people = people;
        this.sentences = sentences;
        this.texts = texts;
        this.mails = mails;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    @Override
    public void deliver(Notice notice, Collection<String> to) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var written = new ArrayList<MailRow>();
        for (var person : people.byIds(to).values()) {
            var email = person.email();
            if (person.present() && email != null && !email.isBlank()) {
                written.add(mail(notice, person, email, now));
            }
        }
        for (int from = 0; from < written.size(); from += ROWS_PER_INSERT) {
            mails.insert(written.subList(from, Math.min(written.size(), from + ROWS_PER_INSERT)));
        }
    }

    private MailRow mail(Notice notice, Person person, String email, Instant now) {
        var locale = Locale.forLanguageTag(person.locale());
        var title = sentences.render(notice.kind(), sentences.shorten(notice.args()), locale);
        var subject = texts.get(locale, "notify.mail.subject", title);
        var body = texts.get(locale, "notify.mail.body", title, address + notice.link());
        return new MailRow(Ids.next(), email, oneLine(subject), body, MailRow.WAITING, now, 0, now);
    }

    /** A subject is one short line, whatever people wrote into a title. */
    private static String oneLine(String text) {
        var line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.codePointCount(0, line.length()) <= 200
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 199)) + "…";
    }
}
