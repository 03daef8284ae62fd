package io.tongban.process;

import io.tongban.kernel.Problem;
import io.tongban.org.People;
import io.tongban.org.Person;
import io.tongban.process.EntryDetail.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Two people write in one form at the same time: what they have written in different fields stands, and whoever comes
 * second to the same field is told who was first.
 */
@Component
class Merging {

    private static final Pattern ROW = Pattern.compile("\\[(\\d+)]");

    /** What was changed since the reader's version: as it was then, and by whom it was changed last. */
    private record Since(@Nullable Object then, String person) {}

    private final RequestMapper requests;
    private final People people;

    Merging(RequestMapper requests, People people) {
        this.requests = requests;
        this.people = people;
    }

    /**
     * What somebody wrote who saw version {@code seen} of the content, without what they have not touched and others have
     * changed meanwhile.
     *
     * @throws Problem 409 when somebody else has changed the same field
     */
    Map<String, Object> onto(Work work, FormSchema form, Map<String, Object> given, @Nullable Integer seen) {
        if (seen == null || seen >= work.request.contentVersion() || given.isEmpty()) {
            return given;
        }
        var since = since(work, seen);
        var written = new LinkedHashMap<>(given);
        ContentChanges.flat(given).forEach((path, value) -> {
            var other = since.get(path);
            var standing = read(work.answers, path);
            if (other == null || ContentChanges.same(value, standing)) {
                return;
            }
            if (!ContentChanges.same(value, other.then())) {
                throw conflict(form, path, other, standing);
            }
            put(written, path, standing);
        });
        since.forEach((path, other) -> {
            // A row came or went: which row is which can not be known any more.
            var table = path.endsWith("]") ? path.substring(0, path.indexOf('[')) : "";
            if (given.containsKey(table) && !ContentChanges.same(given.get(table), work.answers.get(table))) {
                throw conflict(form, table, other, null);
            }
        });
        return written;
    }

    private Map<String, Since> since(Work work, int seen) {
        var since = new LinkedHashMap<String, Since>();
        for (var entry : requests.entries(work.request.id())) {
            var version = entry.contentVersion();
            var changes =
                    version == null || version <= seen ? null : entry.details().changes();
            for (Change change : changes == null ? List.<Change>of() : changes) {
                since.merge(
                        change.field(),
                        new Since(change.before(), entry.personId()),
                        (first, last) -> new Since(first.then(), last.person()));
            }
        }
        return since;
    }

    private Problem conflict(FormSchema form, String path, Since other, @Nullable Object standing) {
        var label =
                form.labelOf(path, LocaleContextHolder.getLocale().getLanguage().equals("en"));
        var person = people.find(other.person()).map(Person::name).orElse("");
        var now = standing == null || standing instanceof List<?> || standing instanceof Map<?, ?> ? "" : standing;
        var code = String.valueOf(now).isEmpty() ? "process:field-changed" : "process:field-changed-to";
        return Problem.conflict(code, label, person, String.valueOf(now))
                .field("answers." + path, code, label, person, String.valueOf(now));
    }

    private static @Nullable Object read(Map<String, Object> answers, String path) {
        var row = ROW.matcher(path);
        if (!row.find()) {
            return answers.get(path);
        }
        var at = Integer.parseInt(row.group(1));
        return answers.get(path.substring(0, row.start())) instanceof List<?> rows
                        && at < rows.size()
                        && rows.get(at) instanceof Map<?, ?> cells
                ? cells.get(path.substring(row.end() + 1))
                : null;
    }

    private static void put(Map<String, Object> written, String path, @Nullable Object standing) {
        var row = ROW.matcher(path);
        if (!row.find()) {
            if (standing == null) {
                written.remove(path);
            } else {
                written.put(path, standing);
            }
            return;
        }
        var table = path.substring(0, row.start());
        var at = Integer.parseInt(row.group(1));
        if (written.get(table) instanceof List<?> rows && rows.get(at) instanceof Map<?, ?> cells) {
            var merged = new ArrayList<Object>(rows);
            var own = new LinkedHashMap<Object, @Nullable Object>(cells);
            own.put(path.substring(row.end() + 1), standing);
            merged.set(at, own);
            written.put(table, merged);
        }
    }
}
