package io.tongban.notify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants by mail, and when.
 *
 * @param choices groups that differ from the standard, which is at once
 * @param urgentPasses whether urgent mails pass through the quiet time
 * @param digestAt time of the daily digest; null for none
 * @param zone null for the company's
 */
record Preference(
        Map<NoticeGroup, MailChoice> choices,
        QuietTime quiet,
        boolean urgentPasses,
        @Nullable LocalTime digestAt,
        @Nullable ZoneId zone) {

    static final Preference STANDARD = new Preference(Map.of(), QuietTime.NONE, true, null, null);

    private static final int MOST_DAYS = 60;

    MailChoice of(NoticeGroup group) {
        return group.chosen() ? choices.getOrDefault(group, MailChoice.ONCE) : MailChoice.ONCE;
    }

    ZoneId zone(ZoneId company) {
        return zone == null ? company : zone;
    }

    /** When a mail about a notice of now may go. */
    Instant due(String kind, Instant now, ZoneId company, Predicate<LocalDate> rests) {
        var passes = NoticeGroup.of(kind) == NoticeGroup.SECURITY || urgentPasses && NoticeGroup.urgent(kind);
        return passes ? now : quiet.end(now, zone(company), rests);
    }

    /** The next digest after a moment; null without one. */
    @Nullable
    Instant nextDigest(Instant after, ZoneId company, Predicate<LocalDate> rests) {
        if (digestAt == null) {
            return null;
        }
        var day = LocalDate.ofInstant(after, zone(company));
        var next = at(day, company);
        for (int tried = 0; tried < MOST_DAYS && (!next.isAfter(after) || pauses(day, rests)); tried++) {
            day = day.plusDays(1);
            next = at(day, company);
        }
        return next;
    }

    /** Whether no digest is wanted on this day. */
    boolean pauses(LocalDate day, Predicate<LocalDate> rests) {
        return quiet.restDays() && rests.test(day);
    }

    private Instant at(LocalDate day, ZoneId company) {
        return day.atTime(Objects.requireNonNull(digestAt))
                .atZone(zone(company))
                .toInstant();
    }

    static Preference of(SettingRow row) {
        var span = row.quietFrom() == null || row.quietTo() == null
                ? null
                : new QuietTime.Span(time(row.quietFrom()), time(row.quietTo()));
        return new Preference(
                choices(row.choices()),
                new QuietTime(span, row.restDays()),
                row.urgentPasses(),
                row.digestAt() == null ? null : time(row.digestAt()),
                zone(row.zone()));
    }

    SettingRow row(String person, @Nullable Instant digestDueAt, @Nullable Instant digestSince) {
        var span = quiet.span();
        return new SettingRow(
                person,
                choices.entrySet().stream()
                        .map(e -> e.getKey().key() + "=" + e.getValue().key())
                        .collect(Collectors.joining(",")),
                span == null ? null : minute(span.from()),
                span == null ? null : minute(span.to()),
                quiet.restDays(),
                urgentPasses,
                digestAt == null ? null : minute(digestAt),
                zone == null ? null : zone.getId(),
                digestDueAt,
                digestSince);
    }

    /** Words that a newer or older version wrote and this one does not know follow the standard. */
    private static Map<NoticeGroup, MailChoice> choices(String text) {
        var choices = new EnumMap<NoticeGroup, MailChoice>(NoticeGroup.class);
        for (var part : text.split(",")) {
            var pair = part.split("=");
            var group = NoticeGroup.byKey(pair[0]);
            var choice = pair.length < 2 ? null : MailChoice.byKey(pair[1]);
            if (group != null && choice != null) {
                choices.put(group, choice);
            }
        }
        return choices;
    }

    /** A zone that this version does not know is the company's; it keeps no notice from anybody. */
    private static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }
}
