package io.tongban.process;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Flows;
import io.tongban.process.engine.Models;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** The processes as they are drawn and called, and who looks after them. */
@Service
public class Plans {

    /** A process by its key, in the reader's language. */
    public record Named(String key, String name) {}

    private final Engine engine;
    private final Models models;
    private final Flows flows;
    private final Administrators administrators;
    private final Names names;

    Plans(Engine engine, Models models, Flows flows, Administrators administrators, Names names) {
        this.engine = engine;
        this.models = models;
        this.flows = flows;
        this.administrators = administrators;
        this.names = names;
    }

    /** Keys of the processes that somebody looks after; empty for all of them. */
    public Optional<Set<String>> administered(Actor actor) {
        return administrators.processes(actor);
    }

    /** Everything that people ask for, by name. */
    public List<Named> all() {
        var locale = LocaleContextHolder.getLocale();
        return engine.latest().values().stream()
                .map(models::of)
                .filter(model -> model.form() != null)
                .map(model -> new Named(model.key(), model.name().in(locale)))
                .sorted(Comparator.comparing(Named::name).thenComparing(Named::key))
                .toList();
    }

    /** As it is drawn now. */
    public String drawing(String processKey) {
        var definition = engine.latest().get(processKey);
        if (definition == null) {
            throw Problem.notFound();
        }
        return engine.xml(definition);
    }

    /**
     * Names of the steps of a process in the order of the newest version; steps that only older versions have follow, with
     * the name that they had last.
     */
    public Map<String, String> steps(String processKey) {
        var locale = LocaleContextHolder.getLocale();
        var steps = new LinkedHashMap<String, String>();
        for (var version : flows.versions(processKey)) {
            models.of(version)
                    .steps()
                    .values()
                    .forEach(step -> steps.putIfAbsent(step.id(), step.name().in(locale)));
        }
        return steps;
    }

    /** Names of roles by owner {@code role:KEY}. */
    public Map<String, String> pools(Collection<String> owners) {
        return names.roles(owners, LocaleContextHolder.getLocale());
    }
}
