package io.tongban.notify;

import io.tongban.access.Credentials;
import io.tongban.kernel.Problem;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages of this node. Nothing here matters: a page that misses a hint fetches when it connects again. A page that
 * is just being opened fetches before it listens, so it also hears what was said in the moment before.
 */
@Component
class EventStreams implements SmartLifecycle {

    static final int MOST_PER_PERSON = 20;

    private static final int WRITERS = 8;
    private static final int SESSIONS_PER_QUERY = 500;
    private static final long MOMENT = TimeUnit.SECONDS.toNanos(10);

    private record Said(String person, Set<String> topics, long nanos) {}

    private final Credentials credentials;
    private final Map<String, CopyOnWriteArrayList<EventStream>> streams = new ConcurrentHashMap<>();
    private final Deque<Said> said = new ConcurrentLinkedDeque<>();
    private volatile @Nullable ExecutorService writers;

    EventStreams(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Opens a stream for one tab of a person. */
    SseEmitter open(String person, String session) {
        var running = writers;
        if (running == null) {
            throw Problem.of(503, "notify:stopping");
        }
        var stream = new EventStream(session, running, closed -> forget(person, closed));
        streams.compute(person, (p, open) -> {
            var list = open == null ? new CopyOnWriteArrayList<EventStream>() : open;
            if (list.size() >= MOST_PER_PERSON) {
                throw Problem.of(429, "notify:too-many-pages", 60);
            }
            list.add(stream);
            return list;
        });
        stream.greet();
        forgetOld();
        said.stream().filter(one -> one.person.equals(person)).forEach(one -> stream.hint(one.topics));
        return stream.emitter();
    }

    void hint(String person, Set<String> topics) {
        said.add(new Said(person, Set.copyOf(topics), System.nanoTime()));
        var open = streams.get(person);
        if (open != null) {
            open.forEach(stream -> stream.hint(topics));
        }
    }

    int open() {
        return streams.values().stream().mapToInt(CopyOnWriteArrayList::size).sum();
    }

    @Scheduled(fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void heartbeat() {
        forgetOld();
        streams.values().forEach(open -> open.forEach(EventStream::beat));
    }

    /** Signing out, on whichever node, ends the pages of the session. */
    @Scheduled(fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void endWithSession() {
        var open = streams.values().stream().flatMap(List::stream).toList();
        for (int from = 0; from < open.size(); from += SESSIONS_PER_QUERY) {
            var some = open.subList(from, Math.min(open.size(), from + SESSIONS_PER_QUERY));
            var alive =
                    credentials.alive(some.stream().map(EventStream::session).collect(Collectors.toSet()));
            some.stream().filter(stream -> !alive.contains(stream.session())).forEach(EventStream::end);
        }
    }

    private void forgetOld() {
        var before = System.nanoTime() - MOMENT;
        said.removeIf(one -> one.nanos - before < 0);
    }

    private void forget(String person, EventStream closed) {
        streams.computeIfPresent(person, (p, open) -> {
            open.remove(closed);
            return open.isEmpty() ? null : open;
        });
    }

    /** Also after a stop: with threads of its own again. */
    @Override
    public void start() {
        writers = writers();
    }

    /** Before the web server waits for its calls to end, for these never would. */
    @Override
    public void stop() {
        var running = writers;
        writers = null;
        streams.values().forEach(open -> open.forEach(EventStream::end));
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return writers != null;
    }

    private static ExecutorService writers() {
        var threads = new CustomizableThreadFactory("hints-");
        threads.setDaemon(true);
        var pool = new ThreadPoolExecutor(WRITERS, WRITERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
