package io.tongban.notify;

import io.tongban.kernel.Texts;
import io.tongban.org.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The words of mails, in the receiver's language: what happened, who, about what, and one link that opens it. */
@Component
class MailText {

    /** A mail's words as plain text and as HTML. */
    record Written(String subject, String text, String html) {}

    private final NoticeText sentences;
    private final Texts texts;
    private final String site;

    MailText(NoticeText sentences, Texts texts, @Value("${tongban.public-url}") String site) {
        this.sentences = sentences;
        this.texts = texts;
        this.site = site.replaceAll("/+$", "");
    }

    static Locale locale(Person person) {
        return Locale.forLanguageTag(person.locale());
    }

    Written of(Notice notice, Locale locale) {
        var args = sentences.shorten(notice.args());
        var title = sentences.render(notice.kind(), args, locale);
        var sheet = new MailSheet(locale);
        sheet.headline(title);
        sheet.facts(facts(notice.kind(), args, locale));
        sheet.button(texts.get(locale, open(notice.link())), site + notice.link());
        foot(sheet, locale);
        return sheet.written(subject(title, locale));
    }

    /** A digest of what there is to tell; empty when that is nothing. */
    Optional<Written> of(String day, List<DigestPart.Section> sections, Locale locale) {
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        var sheet = new MailSheet(locale);
        var titles = new ArrayList<String>();
        sheet.headline(texts.get(locale, "notify.digest.title", day));
        for (var section : sections) {
            var titled = new DigestPart.Section(
                    section.kind(),
                    texts.get(locale, "notify.digest.section", section.title(), String.valueOf(section.total())),
                    section.lines(),
                    section.total(),
                    section.link());
            var more = section.total() - section.lines().size();
            titles.add(titled.title());
            sheet.section(
                    titled, site, more <= 0 ? null : texts.get(locale, "notify.digest.more", String.valueOf(more)));
        }
        foot(sheet, locale);
        return Optional.of(sheet.written(subject(
                texts.get(
                        locale,
                        "notify.digest.subject",
                        day,
                        String.join(texts.get(locale, "notify.digest.and"), titles)),
                locale)));
    }

    private void foot(MailSheet sheet, Locale locale) {
        sheet.foot(
                texts.get(locale, "notify.mail.automatic"),
                texts.get(locale, "notify.mail.settings"),
                site + "/me/notifications");
    }

    /** A subject is one short line, whatever people wrote into a title. */
    private String subject(String title, Locale locale) {
        var line = texts.get(locale, "notify.mail.subject", title)
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= 200
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 199)) + "…";
    }

    /** What else a module says about its notices, {@code label|value} a line; a line without a value is left out. */
    private List<String[]> facts(String kind, List<Object> args, Locale locale) {
        var key = "mail.facts." + NoticeGroup.module(kind);
        var all = new ArrayList<>(args);
        while (all.size() < NoticeText.MOST_ARGS) {
            all.add("");
        }
        var lines = texts.get(locale, key, all.toArray());
        return lines.equals(key)
                ? List.of()
                : lines.lines()
                        .map(line -> line.split("\\|", 2))
                        .filter(fact -> fact.length == 2 && !fact[1].isBlank())
                        .toList();
    }

    /** What the link opens, by the first part of its path. */
    private static String open(String link) {
        for (var page : List.of("tasks", "requests", "meetings", "worktasks")) {
            if (link.startsWith("/" + page + "/")) {
                return "notify.mail.open." + page;
            }
        }
        return "notify.mail.open.other";
    }
}
