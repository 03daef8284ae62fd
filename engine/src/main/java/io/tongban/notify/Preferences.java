package io.tongban.notify;

import io.tongban.kernel.Actor;
import io.tongban.kernel.OneOf;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import io.tongban.org.People;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people chose about mails, read and changed by themselves. */
@Service
class Preferences {

    record Group(
            String key,
            String name,
            String hint,
            @OneOf({"once", "digest", "never"}) String mail) {}

    record Span(String from, String to) {}

    /**
     * The choices of one person.
     *
     * @param digest time of the daily digest, null without one
     * @param zone null while it is the company's
     * @param mail whether this server sends mail at all
     * @param address where mails go, null without an address
     */
    record Settings(
            List<Group> groups,
            @Nullable Span quiet,
            boolean restDays,
            boolean urgentPasses,
            @Nullable String digest,
            @Nullable String zone,
            String companyZone,
            boolean mail,
            @Nullable String address) {}

    record SpanBody(@Nullable LocalTime from, @Nullable LocalTime to) {}

    record SettingsBody(
            @Nullable Map<String, String> groups,
            @Nullable SpanBody quiet,
            @Nullable Boolean restDays,
            @Nullable Boolean urgentPasses,
            @Nullable LocalTime digest,
            @Nullable String zone) {}

    private final SettingMapper rows;
    private final MailMapper mails;
    private final People people;
    private final RestDays rest;
    private final Texts texts;
    private final Clock clock;
    private final ZoneId company;
    private final boolean mail;

    Preferences(
            SettingMapper rows,
            MailMapper mails,
            People people,
            RestDays rest,
            Texts texts,
            Clock clock,
            ZoneId company,
            @Value("${spring.mail.host:}") String mailHost) {
        this.rows = rows;
        this.mails = mails;
        this.people = people;
        this.rest = rest;
        this.texts = texts;
        this.clock = clock;
        this.company = company;
        this.mail = !mailHost.isBlank();
    }

    /** Of all these people in one read; whoever changed nothing is left out. */
    Map<String, Preference> of(Collection<String> persons) {
        return persons.isEmpty()
                ? Map.of()
                : rows.byIds(persons).stream().collect(Collectors.toMap(SettingRow::personId, Preference::of));
    }

    Settings view(Actor actor, Locale locale) {
        var chosen = of(List.of(actor.id())).getOrDefault(actor.id(), Preference.STANDARD);
        var span = chosen.quiet().span();
        return new Settings(
                Arrays.stream(NoticeGroup.values())
                        .filter(NoticeGroup::chosen)
                        .map(g -> new Group(
                                g.key(),
                                texts.get(locale, "notify.group." + g.key()),
                                texts.get(locale, "notify.group." + g.key() + ".hint"),
                                chosen.of(g).key()))
                        .toList(),
                span == null ? null : new Span(span.from().toString(), span.to().toString()),
                chosen.quiet().restDays(),
                chosen.urgentPasses(),
                chosen.digestAt() == null ? null : chosen.digestAt().toString(),
                chosen.zone() == null ? null : chosen.zone().getId(),
                company.getId(),
                mail,
                people.get(actor.id()).email());
    }

    /** Takes the place of what was chosen before; what is not named follows the standard. */
    @Transactional
    void save(Actor actor, SettingsBody body) {
        var wanted = wanted(body);
        var before = rows.lock(actor.id());
        rows.save(wanted.row(actor.id(), due(wanted, before), before == null ? null : before.digestSince()));
        var now = now();
        mails.release(actor.id(), wanted.quiet().end(now, wanted.zone(company), rest::rests));
    }

    /** A digest that is due already is still made, unless another time was chosen. */
    private @Nullable Instant due(Preference wanted, @Nullable SettingRow before) {
        if (before != null && before.digestDueAt() != null) {
            var old = Preference.of(before);
            var same = Objects.equals(old.digestAt(), wanted.digestAt())
                    && old.zone(company).equals(wanted.zone(company))
                    && old.quiet().restDays() == wanted.quiet().restDays();
            if (same) {
                return before.digestDueAt();
            }
        }
        return wanted.nextDigest(now(), company, rest::rests);
    }

    private static Preference wanted(SettingsBody body) {
        var problem = Problem.refused("kernel:invalid");
        var choices = choices(body.groups() == null ? Map.of() : body.groups(), problem);
        var span = body.quiet() == null ? null : span(body.quiet(), problem);
        var digest = body.digest() == null ? null : body.digest().truncatedTo(ChronoUnit.MINUTES);
        if (digest == null && choices.containsValue(MailChoice.DIGEST)) {
            problem.field("digest", "notify:digest-needed");
        }
        ZoneId zone = null;
        if (body.zone() != null) {
            if (ZoneId.getAvailableZoneIds().contains(body.zone())
                    && body.zone().length() <= 60) {
                zone = ZoneId.of(body.zone());
            } else {
                problem.field("zone", "notify:zone-unknown");
            }
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return new Preference(
                choices,
                new QuietTime(span, Boolean.TRUE.equals(body.restDays())),
                !Boolean.FALSE.equals(body.urgentPasses()),
                digest,
                zone);
    }

    private static Map<NoticeGroup, MailChoice> choices(Map<String, String> wanted, Problem problem) {
        var choices = new EnumMap<NoticeGroup, MailChoice>(NoticeGroup.class);
        wanted.forEach((key, word) -> {
            var group = NoticeGroup.byKey(key);
            var choice = word == null ? null : MailChoice.byKey(word);
            if (group == null || !group.chosen() || choice == null) {
                problem.field("groups." + key, "notify:choice-unknown");
            } else if (choice != MailChoice.ONCE) {
                choices.put(group, choice);
            }
        });
        return choices;
    }

    private static QuietTime.@Nullable Span span(SpanBody body, Problem problem) {
        if (body.from() == null || body.to() == null) {
            problem.field("quiet", "notify:quiet-incomplete");
            return null;
        }
        var from = body.from().truncatedTo(ChronoUnit.MINUTES);
        var to = body.to().truncatedTo(ChronoUnit.MINUTES);
        if (from.equals(to)) {
            problem.field("quiet", "notify:quiet-all-day");
            return null;
        }
        return new QuietTime.Span(from, to);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
