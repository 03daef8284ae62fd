package io.tongban.studio;

import io.tongban.kernel.Actor;
import io.tongban.kernel.Page;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.ProcessModels;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Models as designers see them. */
@Component
class DesignViews {

    record Designer(String id, String name) {}

    /**
     * One of the list.
     *
     * @param published version that runs; of a form or decision the newest of a process that has it
     * @param changedSince whether it is another one than what runs
     */
    record DesignItem(
            String id,
            String name,
            String kind,
            @Nullable String key,
            int revision,
            Instant changedAt,
            Designer changedBy,
            @Nullable Integer published,
            boolean changedSince) {}

    /** {@code editors}: others who have it open. */
    record DesignView(
            String id,
            String name,
            String kind,
            @Nullable String key,
            int revision,
            Instant changedAt,
            Designer changedBy,
            @Nullable Integer published,
            boolean changedSince,
            List<Designer> editors) {}

    /** {@code by} and {@code note} are null for a version that came with the product. */
    record VersionItem(
            int version,
            Instant at,
            @Nullable Designer by,
            @Nullable String note,
            @Nullable String reason,
            boolean current) {}

    private record Standing(@Nullable Integer version, boolean changed) {}

    private final Designs designs;
    private final Publications publications;
    private final ProcessModels models;
    private final People people;

    DesignViews(Designs designs, Publications publications, ProcessModels models, People people) {
        this.designs = designs;
        this.publications = publications;
        this.models = models;
        this.people = people;
    }

    Page<DesignItem> page(Page<ModelRow> page) {
        var ids = new HashSet<String>();
        page.items().forEach(row -> ids.add(row.changedBy()));
        var known = people.byIds(ids);
        var locale = LocaleContextHolder.getLocale();
        return page.map(row -> item(row, known, locale));
    }

    private DesignItem item(ModelRow row, Map<String, Person> known, Locale locale) {
        var standing = standing(row, locale);
        return new DesignItem(
                row.id(),
                row.name(),
                row.kind(),
                row.modelKey(),
                row.revision(),
                row.changedAt(),
                designer(row.changedBy(), known),
                standing.version(),
                standing.changed());
    }

    DesignView view(Actor actor, ModelRow row) {
        var item = page(new Page<>(List.of(row), null)).items().get(0);
        return new DesignView(
                item.id(),
                item.name(),
                item.kind(),
                item.key(),
                item.revision(),
                item.changedAt(),
                item.changedBy(),
                item.published(),
                item.changedSince(),
                designers(designs.editors(actor, row.id())));
    }

    private Standing standing(ModelRow row, Locale locale) {
        var file = row.file();
        if (file == null) {
            return new Standing(null, false);
        }
        if (row.kind().equals("bpmn")) {
            return models.running(String.valueOf(row.modelKey()), locale)
                    .map(running -> new Standing(
                            running.version(),
                            isOther(row, models.files(running).get(file))))
                    .orElse(new Standing(null, false));
        }
        var beside = models.beside(file, locale);
        var newest = beside.keySet().stream()
                .mapToInt(ProcessModels.Running::version)
                .max();
        return newest.isEmpty()
                ? new Standing(null, false)
                : new Standing(newest.getAsInt(), beside.values().stream().anyMatch(bytes -> isOther(row, bytes)));
    }

    private static boolean isOther(ModelRow row, byte @Nullable [] bytes) {
        return bytes == null || !row.digest().equals(Designs.digest(bytes));
    }

    List<VersionItem> versions(ModelRow row) {
        var made = publications.made(row);
        var ids = new HashSet<String>();
        made.values().forEach(one -> ids.add(one.personId()));
        var known = people.byIds(ids);
        var all = publications.versions(row);
        return all.stream()
                .map(version -> {
                    var publication = version.shipped() ? null : made.get(version.version());
                    return new VersionItem(
                            version.version(),
                            version.at(),
                            publication == null ? null : designer(publication.personId(), known),
                            publication == null ? null : publication.note(),
                            publication == null ? null : publication.reason(),
                            version.version() == all.get(0).version());
                })
                .toList();
    }

    List<Designer> designers(Collection<String> ids) {
        var known = people.byIds(ids);
        return ids.stream().map(id -> designer(id, known)).toList();
    }

    private static Designer designer(String id, Map<String, Person> known) {
        var person = known.get(id);
        return new Designer(id, person == null ? "?" : person.name());
    }
}
