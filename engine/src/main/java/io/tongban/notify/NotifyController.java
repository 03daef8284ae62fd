package io.tongban.notify;

import io.tongban.access.Credentials;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Endpoint;
import io.tongban.kernel.Page;
import io.tongban.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api")
class NotifyController {

    private static final int LONGEST_PAGE = 100;

    record Unread(int unread) {}

    private final Notifications notifications;
    private final EventStreams streams;

    NotifyController(Notifications notifications, EventStreams streams) {
        this.notifications = notifications;
        this.streams = streams;
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/notifications")
    Page<Notifications.NoticeView> list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Locale locale) {
        return notifications.page(
                actor, unread, group(group), cursor, Math.max(1, Math.min(limit, LONGEST_PAGE)), locale);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping("/notifications/count")
    Unread count(Actor actor) {
        return new Unread(notifications.unread(actor.id()));
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/notifications/{id}/read")
    Unread read(Actor actor, @PathVariable String id) {
        notifications.read(actor, id);
        return count(actor);
    }

    @Endpoint(Endpoint.SIGNED_IN)
    @PostMapping("/notifications/read-all")
    Unread readAll(Actor actor, @RequestParam(required = false) @Nullable String group) {
        notifications.readAll(actor, group(group));
        return count(actor);
    }

    private static @Nullable NoticeGroup group(@Nullable String key) {
        if (key == null || key.isEmpty()) {
            return null;
        }
        var group = NoticeGroup.byKey(key);
        if (group == null) {
            throw Problem.malformed("kernel:malformed");
        }
        return group;
    }

    /** Hints to fetch again: event {@code hint} with {@code {"topics":[…]}}. */
    @Endpoint(Endpoint.SIGNED_IN)
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(actor.id(), Credentials.session(request));
    }
}
