package io.tongban.notify;

import io.tongban.kernel.Actor;
import io.tongban.kernel.BusinessRef;
import io.tongban.kernel.Ids;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices of people: sent by modules, listed and read by their receivers. */
@Service
public class Notifications {

    /** Changes of the receiver's own notices. */
    static final String TOPIC = "notifications";

    private static final int ROWS_PER_INSERT = 200;

    /** A notice as its receiver sees it. */
    record NoticeView(String id, Instant at, String kind, String group, String title, String link, boolean read) {}

    private final NoticeMapper notices;
    private final NoticeText text;
    private final Hints hints;
    private final ObjectProvider<NoticeChannel> channels;
    private final Clock clock;

    Notifications(
            NoticeMapper notices, NoticeText text, Hints hints, ObjectProvider<NoticeChannel> channels, Clock clock) {
        this.notices = notices;
        this.text = text;
        this.hints = hints;
        this.channels = channels;
        this.clock = clock;
    }

    /** Sends in the caller's transaction: rolled back with it; open pages learn of it after commit. */
    @Transactional
    public void send(Notice notice) {
        var people = new LinkedHashSet<>(notice.to());
        people.remove(Actor.SYSTEM.id());
        if (people.isEmpty()) {
            return;
        }
        if (!notice.link().startsWith("/")) {
            throw new IllegalArgumentException("not a page of the product: " + notice.link());
        }
        var args = text.store(notice.args());
        var about = notice.about();
        var rows = new ArrayList<NoticeRow>(people.size());
        for (var person : people) {
            rows.add(row(person, notice, args, about));
        }
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            notices.insert(rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT)));
        }
        channels.forEach(channel -> channel.deliver(notice, people));
        hints.send(people, TOPIC);
    }

    /** How many notices the person has not read. */
    public int unread(String personId) {
        return notices.unread(personId);
    }

    Page<NoticeView> page(
            Actor actor,
            boolean unread,
            @Nullable NoticeGroup group,
            @Nullable String cursor,
            int limit,
            Locale locale) {
        var rows = notices.page(actor.id(), unread, group == null ? null : group.key(), cursor, limit + 1);
        return Page.of(rows, limit, NoticeRow::id)
                .map(r -> new NoticeView(
                        r.id(),
                        r.createdAt(),
                        r.kind(),
                        r.kindGroup(),
                        text.read(r.kind(), r.args(), locale),
                        r.link(),
                        r.readAt() != null));
    }

    @Transactional
    public void read(Actor actor, String id) {
        if (notices.read(actor.id(), id, now()) > 0) {
            hints.send(List.of(actor.id()), TOPIC);
        } else if (notices.count(actor.id(), id) == 0) {
            throw Problem.notFound();
        }
    }

    /** All of a group, or all. */
    @Transactional
    public void readAll(Actor actor, @Nullable NoticeGroup group) {
        if (notices.readAll(actor.id(), group == null ? null : group.key(), now()) > 0) {
            hints.send(List.of(actor.id()), TOPIC);
        }
    }

    private NoticeRow row(String person, Notice notice, String args, @Nullable BusinessRef about) {
        return new NoticeRow(
                person,
                Ids.next(),
                notice.kind(),
                NoticeGroup.of(notice.kind()).key(),
                args,
                notice.link(),
                about == null ? null : about.type(),
                about == null ? null : about.id(),
                now(),
                null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
