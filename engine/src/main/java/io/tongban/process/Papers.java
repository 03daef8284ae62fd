package io.tongban.process;

import io.tongban.file.StoredFile;
import io.tongban.kernel.Actor;
import io.tongban.kernel.Problem;
import io.tongban.kernel.Texts;
import io.tongban.process.Paper.Deed;
import io.tongban.process.Paper.Section;
import io.tongban.process.engine.Model;
import io.tongban.process.engine.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Requests as papers: what their readers see on the page, in words. */
@Service
public class Papers {

    /** The product itself, where it reads what administrators may read. */
    private static final Actor EVERYTHING =
            new Actor(Actor.SYSTEM.id(), Actor.SYSTEM.name(), Set.of(), Set.of(Administrators.ALL), List.of());

    private final Requests requests;
    private final Access access;
    private final RequestViews views;
    private final Models models;
    private final Forms forms;
    private final PaperForms answers;
    private final TrailMapper lines;
    private final Texts texts;

    Papers(
            Requests requests,
            Access access,
            RequestViews views,
            Models models,
            Forms forms,
            PaperForms answers,
            TrailMapper lines,
            Texts texts) {
        this.requests = requests;
        this.access = access;
        this.views = views;
        this.models = models;
        this.forms = forms;
        this.answers = answers;
        this.lines = lines;
        this.texts = texts;
    }

    /** With everything that was answered, in Chinese: for what stays of it. */
    public Paper whole(String id) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        try {
            return of(EVERYTHING, id);
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** @throws Problem 404 when it does not exist or is not the reader's to know */
    public Paper of(Actor reader, String id) {
        var row = requests.row(id);
        access.check(reader, row);
        var latest = lines.lines(List.of(id)).stream()
                .filter(line -> line.seq() != null)
                .findFirst()
                .orElseThrow(Problem::notFound);
        var view = views.request(reader, row);
        var model = models.of(row.definitionId());
        var locale = LocaleContextHolder.getLocale();
        var files = new LinkedHashMap<String, StoredFile>();
        var sections = sections(reader, view, model, locale, files);
        view.timeline().forEach(line -> line.files().forEach(file -> files.put(file.id(), file)));
        return new Paper(
                id,
                view.number(),
                view.process(),
                view.processName(),
                view.title(),
                view.status(),
                view.openTasks().stream()
                        .map(OpenTasks.OpenTask::step)
                        .distinct()
                        .collect(Collectors.joining(texts.get(locale, "digest.process.and"))),
                view.applicant().name(),
                view.department(),
                view.createdAt(),
                view.endedAt(),
                sections,
                view.timeline().stream().map(line -> deed(line, locale)).toList(),
                List.copyOf(files.values()),
                Objects.requireNonNull(latest.seq()),
                Objects.requireNonNull(latest.link()));
    }

    /** The form of the request, and those of later steps in which something was answered. */
    private List<Section> sections(
            Actor reader,
            RequestViews.RequestView view,
            Model model,
            Locale locale,
            LinkedHashMap<String, StoredFile> files) {
        var sections = new ArrayList<Section>();
        var forms = new LinkedHashMap<String, FormSchema>();
        forms.put("", this.forms.of(model));
        view.stepForms().forEach(part -> forms.put(part.step(), new FormSchema(part.schema())));
        forms.forEach((title, form) -> {
            answers.files(form, view.answers()).forEach(file -> files.put(file.id(), file));
            var items = answers.items(reader, form, view.answers(), locale);
            if (!items.isEmpty()) {
                sections.add(new Section(title, items));
            }
        });
        return sections;
    }

    private Deed deed(TrailViews.EntryView line, Locale locale) {
        var notes = new ArrayList<String>();
        line.changes()
                .forEach(change -> notes.add(texts.get(
                        locale, "paper.changed", change.label(), said(change.before()), said(change.after()))));
        if (!line.undone().isEmpty()) {
            notes.add(texts.get(
                    locale, "paper.undone", String.join(texts.get(locale, "digest.process.and"), line.undone())));
        }
        return new Deed(
                line.at(),
                line.person() == null ? null : line.person().name(),
                line.onBehalfOf() == null ? null : line.onBehalfOf().name(),
                line.action(),
                line.actionName(),
                line.step(),
                line.comment(),
                notes,
                line.files().stream().map(StoredFile::name).toList(),
                line.signature());
    }

    private static String said(String text) {
        return text.isBlank() ? "—" : text;
    }
}
