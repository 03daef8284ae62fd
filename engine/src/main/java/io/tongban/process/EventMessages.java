package io.tongban.process;

import io.tongban.kernel.BusinessEvent;
import io.tongban.process.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * A business event reaches every process that waits for a message of its name, in the event's own transaction. An
 * event with a {@code requestId} reaches only that request.
 */
@Component
class EventMessages {

    private final Engine engine;
    private final RequestMapper requests;

    EventMessages(Engine engine, RequestMapper requests) {
        this.engine = engine;
        this.requests = requests;
    }

    @EventListener
    void on(BusinessEvent event) {
        if (event instanceof ProcessEvent) {
            return;
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        for (var part : event.getClass().getRecordComponents()) {
            ReflectionUtils.makeAccessible(part.getAccessor());
            var value = ReflectionUtils.invokeMethod(part.getAccessor(), event);
            if (value instanceof java.time.Instant
                    || value instanceof String
                    || value instanceof Number
                    || value instanceof Boolean) {
                facts.put(part.getName(), value);
            }
        }
        var request = facts.remove("requestId");
        var instance = request == null ? null : requests.find(request.toString());
        if (request == null || instance != null) {
            engine.message(event.name(), instance == null ? null : instance.instanceId(), facts);
        }
    }
}
