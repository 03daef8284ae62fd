package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.process.engine.Histories;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** The engine's course of requests that have ended: kept for as long as somebody says, and then forgotten. */
@Service
public class Courses {

    /** A request that has ended. */
    public record Ended(String id, String instanceId) {}

    private final TrailMapper rows;
    private final RequestMapper requests;
    private final Requests processes;
    private final Histories histories;

    Courses(TrailMapper rows, RequestMapper requests, Requests processes, Histories histories) {
        this.rows = rows;
        this.requests = requests;
        this.processes = processes;
        this.histories = histories;
    }

    /** Requests of a process that ended before a moment, in the order of their ids. */
    public List<Ended> ended(String processKey, Instant before, String after, int limit) {
        return rows.ended(processKey, before, after, limit);
    }

    /** Forgets which way it went; what people did, wrote and decided stays. In the caller's transaction. */
    public void forget(String requestId) {
        var row = requests.lock(requestId);
        if (row != null && !row.running()) {
            histories.forget(row.instanceId());
        }
    }

    /** The engine itself does not clean earlier than that. */
    public void keep(String processKey, int days) {
        histories.keep(processKey, days);
    }

    /** The engine cleans as the models of the process say. */
    public void asModelled(String processKey) {
        histories.asModelled(processKey);
    }

    /** @throws Problem 404 when there is no such process */
    public void check(String processKey) {
        processes.model(processKey);
    }
}
