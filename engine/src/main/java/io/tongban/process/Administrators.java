package io.tongban.process;

import io.tongban.access.Abilities;
import io.tongban.kernel.Actor;
import io.tongban.process.engine.Engine;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Models;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who looks after running requests: of all processes whoever has the permission, of one process the roles that its model
 * names as administrators.
 */
@Component
class Administrators implements Abilities {

    static final String ALL = "process.administer";

    /** Looks after a process at least. */
    private static final String SOME = "process.look-after";

    /** The role of those who may administer all. */
    static final String ROLE = "process-admin";

    private final Engine engine;
    private final Models models;

    Administrators(Engine engine, Models models) {
        this.engine = engine;
        this.models = models;
    }

    static boolean of(Actor actor, Model model) {
        return actor.may(ALL)
                || model.administrators().stream()
                        .anyMatch(rule -> actor.roles().contains(rule.substring(Names.ROLE.length())));
    }

    boolean of(Actor actor, RequestRow request) {
        return actor.may(ALL) || of(actor, models.of(request.definitionId()));
    }

    @Override
    public Set<String> of(Actor actor) {
        return processes(actor).map(some -> !some.isEmpty()).orElse(true) ? Set.of(SOME) : Set.of();
    }

    /** Keys of the processes that somebody looks after; empty for all of them. */
    Optional<Set<String>> processes(Actor actor) {
        return actor.may(ALL)
                ? Optional.empty()
                : Optional.of(engine.latest().values().stream()
                        .map(models::of)
                        .filter(model -> of(actor, model))
                        .map(Model::key)
                        .collect(Collectors.toSet()));
    }

    /** Those processes, for the filter of a list. */
    List<StandIns.Procedure> procedures(Actor actor, Locale locale) {
        return engine.latest().values().stream()
                .map(models::of)
                .filter(model -> model.form() != null && of(actor, model))
                .map(model -> new StandIns.Procedure(model.key(), model.name().in(locale)))
                .sorted(java.util.Comparator.comparing(StandIns.Procedure::key))
                .toList();
    }
}
