package io.tongban.notify;

import io.tongban.kernel.Texts;
import io.tongban.org.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What somebody's digest tells: what the modules feed, then the unread messages that did not come by themselves. */
@Component
class Digests {

    private static final int MOST_LINES = 20;
    private static final int MOST_READ = 200;

    private final ObjectProvider<DigestPart> parts;
    private final NoticeMapper notices;
    private final NoticeText sentences;
    private final MailText text;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId company;

    Digests(
            ObjectProvider<DigestPart> parts,
            NoticeMapper notices,
            NoticeText sentences,
            MailText text,
            Texts texts,
            Clock clock,
            ZoneId company) {
        this.parts = parts;
        this.notices = notices;
        this.sentences = sentences;
        this.text = text;
        this.texts = texts;
        this.clock = clock;
        this.company = company;
    }

    /** Empty when there is nothing to tell. */
    Optional<MailText.Written> write(Person person, Preference preference, Instant since, Instant until) {
        var reader =
                new DigestPart.Reader(person.id(), since, until, MailText.locale(person), preference.zone(company));
        var fed = parts.orderedStream().toList();
        var sections = fed.stream()
                .flatMap(part -> part.sections(reader).stream())
                .filter(section -> preference.of(NoticeGroup.of(section.kind())) != MailChoice.NEVER)
                .collect(Collectors.toCollection(ArrayList::new));
        unread(reader, preference, fed).ifPresent(sections::add);
        return text.of(day(reader), sections, reader.locale());
    }

    /** Messages that were chosen for the digest, and copies, which nobody acts on and which are easily overlooked. */
    private Optional<DigestPart.Section> unread(DigestPart.Reader reader, Preference preference, List<DigestPart> fed) {
        var at = DateTimeFormatter.ofPattern("HH:mm").withZone(reader.zone());
        var lines = notices.unreadOf(reader.personId(), reader.since(), reader.until(), MOST_READ).stream()
                .filter(row -> wanted(preference, NoticeGroup.of(row.kind())))
                .filter(row -> fed.stream().noneMatch(part -> part.covers(row.kind())))
                .map(row -> new DigestPart.Line(
                        sentences.read(row.kind(), row.args(), reader.locale()),
                        at.format(row.createdAt()),
                        null,
                        row.link()))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new DigestPart.Section(
                        "notify.unread",
                        texts.get(reader.locale(), "notify.digest.unread"),
                        lines.subList(0, Math.min(lines.size(), MOST_LINES)),
                        lines.size(),
                        "/notifications?unread=1"));
    }

    private static boolean wanted(Preference preference, NoticeGroup group) {
        var choice = preference.of(group);
        return choice == MailChoice.DIGEST || group == NoticeGroup.COPIES && choice != MailChoice.NEVER;
    }

    private String day(DigestPart.Reader reader) {
        var today = LocalDate.ofInstant(clock.instant(), reader.zone());
        var form = reader.locale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "EEE d MMM" : "M月d日 EEE";
        return today.format(DateTimeFormatter.ofPattern(form, reader.locale()));
    }
}
