package io.tongban.notify;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open page. Hints that come while one is being written are joined, so a slow page costs one thread at most. */
final class EventStream {

    /** Afterwards the browser comes back by itself, with the session it then has. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final long COME_BACK_MILLIS = 3000;

    record Hint(Set<String> topics) {}

    private final String session;
    private final SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    private final ExecutorService writers;
    private final Consumer<EventStream> closed;
    private final Set<String> pending = new LinkedHashSet<>();
    private boolean comment;
    private boolean writing;
    private boolean ended;

    EventStream(String session, ExecutorService writers, Consumer<EventStream> closed) {
        this.session = session;
        this.writers = writers;
        this.closed = closed;
        emitter.onCompletion(this::forget);
        emitter.onTimeout(this::end);
        emitter.onError(failure -> forget());
    }

    String session() {
        return session;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** The first bytes, so that the page knows it is connected. */
    void greet() {
        try {
            emitter.send(SseEmitter.event().reconnectTime(COME_BACK_MILLIS).comment("connected"));
        } catch (IOException gone) {
            forget();
        }
    }

    void hint(Set<String> topics) {
        synchronized (this) {
            pending.addAll(topics);
        }
        wake();
    }

    void beat() {
        synchronized (this) {
            comment = true;
        }
        wake();
    }

    void end() {
        forget();
        emitter.complete();
    }

    private void wake() {
        synchronized (this) {
            if (writing || ended) {
                return;
            }
            writing = true;
        }
        try {
            writers.execute(this::write);
        } catch (RejectedExecutionException stopping) {
            forget();
        }
    }

    private void write() {
        try {
            for (var next = next(); next != null; next = next()) {
                emitter.send(next);
            }
        } catch (IOException | IllegalStateException gone) {
            forget();
        }
    }

    /** What is to be written now; null also lays the pen down. */
    private synchronized SseEmitter.@org.jspecify.annotations.Nullable SseEventBuilder next() {
        if (ended || pending.isEmpty() && !comment) {
            writing = false;
            return null;
        }
        comment = false;
        if (pending.isEmpty()) {
            return SseEmitter.event().comment("");
        }
        var hint = new Hint(new LinkedHashSet<>(pending));
        pending.clear();
        return SseEmitter.event().name("hint").data(hint, MediaType.APPLICATION_JSON);
    }

    private void forget() {
        synchronized (this) {
            ended = true;
            pending.clear();
        }
        closed.accept(this);
    }
}
