package io.tongban.notify;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells open pages which of their contents to fetch again; carries topics, never data. */
@Service
public class Hints {

    private final EventStreams streams;

    Hints(EventStreams streams) {
        this.streams = streams;
    }

    /**
     * After commit of the current transaction, at once without one, never after a rollback.
     *
     * @param topics such as {@code tasks} or {@code requests/ID}
     */
    public void send(Collection<String> people, String... topics) {
        if (people.isEmpty() || topics.length == 0) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            pending().add(people, List.of(topics));
        } else {
            var topicSet = Set.of(topics);
            people.forEach(person -> streams.hint(person, topicSet));
        }
    }

    private Pending pending() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Pending pending && pending.of(this)) {
                return pending;
            }
        }
        var pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** What one transaction has to say, each person told once. */
    private final class Pending implements TransactionSynchronization {

        private final Map<String, Set<String>> topicsByPerson = new LinkedHashMap<>();

        boolean of(Hints hints) {
            return hints == Hints.this;
        }

        void add(Collection<String> people, List<String> topics) {
            for (var person : people) {
                topicsByPerson
                        .computeIfAbsent(person, p -> new LinkedHashSet<>())
                        .addAll(topics);
            }
        }

        @Override
        public void afterCommit() {
            topicsByPerson.forEach(streams::hint);
        }
    }
}
