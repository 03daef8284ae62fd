package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import io.tongban.process.Interventions.Said;
import io.tongban.process.engine.Jobs;
import io.tongban.process.engine.Model;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What requests could not do by themselves, why, and that it is tried again. */
@Component
class Retries {

    private static final Pattern CODE = Pattern.compile("([a-z]+):([a-z0-9-]+)");
    private static final int LONGEST = 500;

    /**
     * A step that failed.
     *
     * @param cause why, in words
     * @param detail what the exception said, for whoever repairs it
     * @param next when it is tried again by itself, null when it waits for somebody
     */
    record FailedStep(
            String id,
            @Nullable String step,
            String cause,
            String detail,
            @Nullable Instant next) {}

    private final Interventions interventions;
    private final Works works;
    private final Jobs jobs;
    private final Texts texts;

    Retries(Interventions interventions, Works works, Jobs jobs, Texts texts) {
        this.interventions = interventions;
        this.works = works;
        this.jobs = jobs;
        this.texts = texts;
    }

    List<FailedStep> of(RequestRow request, Model model, Locale locale) {
        return jobs.failures(request.instanceId()).stream()
                .map(failure -> failed(failure, model, locale))
                .toList();
    }

    private FailedStep failed(Jobs.Failure failure, Model model, Locale locale) {
        var name = model.names().get(failure.element());
        var message = failure.message();
        var code = CODE.matcher(message);
        var key = code.matches() ? "problem." + code.group(1) + "." + code.group(2) : "";
        var sentence = key.isEmpty() ? key : texts.get(locale, key);
        // A refusal of a module is a sentence for people; its blanks are not known any more.
        var plain = !sentence.equals(key) && !sentence.contains("{");
        return new FailedStep(
                failure.id(),
                name == null ? failure.element() : name.in(locale),
                plain ? sentence : texts.get(locale, "process.failed"),
                message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…",
                failure.next());
    }

    /**
     * What the request could not do is tried again.
     *
     * @param failure one of its failures, null for all
     */
    void retry(Actor actor, String id, @Nullable String failure, Said said, @Nullable String key) {
        interventions.act(actor, "retry", id, said, key, failure == null ? "" : failure, (work, reason, once) -> {
            Requests.requireActive(work.request);
            var instance = work.request.instanceId();
            var failed = jobs.failures(instance).stream()
                    .map(Jobs.Failure::id)
                    .filter(one -> failure == null || one.equals(failure))
                    .toList();
            if (failed.isEmpty()) {
                throw Problem.conflict("process:nothing-failed");
            }
            var elements = List.copyOf(jobs.retry(instance, failed));
            works.write(work);
            return EntryRow.of(work, "retry", null, null, reason, once, null)
                    .detailed(EntryDetail.corrected(List.of(), elements, List.of()));
        });
    }
}
